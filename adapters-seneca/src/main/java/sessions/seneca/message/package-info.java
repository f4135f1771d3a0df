/** Seneca messages and replies, independent of the transport. */
@NullMarked
package sessions.seneca.message;

import org.jspecify.annotations.NullMarked;
