/** Sessions in MongoDB, in the document shape of the original service. */
@NullMarked
package sessions.persistence.mongo;

import org.jspecify.annotations.NullMarked;
