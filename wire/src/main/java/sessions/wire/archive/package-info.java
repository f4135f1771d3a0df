/** Sessions in files and dumps: documents of the original service, exports and backups. */
@NullMarked
package sessions.wire.archive;

import org.jspecify.annotations.NullMarked;
