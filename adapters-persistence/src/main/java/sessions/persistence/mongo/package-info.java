/**
 * Sessions in MongoDB, in the document shape of the original service. Entry:
 * {@link sessions.persistence.mongo.MongoSessionStore}.
 */
@NullMarked
package sessions.persistence.mongo;

import org.jspecify.annotations.NullMarked;

