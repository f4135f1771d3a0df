/** Seneca messages and replies, whatever the transport. */
@NullMarked
package sessions.seneca.message;

import org.jspecify.annotations.NullMarked;
