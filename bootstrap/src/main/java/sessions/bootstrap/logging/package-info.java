/** The log: its formats, the access log, the audit log. */
@NullMarked
package sessions.bootstrap.logging;

import org.jspecify.annotations.NullMarked;
