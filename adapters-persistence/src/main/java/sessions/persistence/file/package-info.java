/** Sessions in a flat file in the original's format. */
@NullMarked
package sessions.persistence.file;

import org.jspecify.annotations.NullMarked;
