/** Sessions as files and dumps hold them: the original's documents, exports and backups. */
@NullMarked
package sessions.wire.archive;

import org.jspecify.annotations.NullMarked;
