/** Seneca messages over TCP, on Netty. */
@NullMarked
package sessions.seneca.tcp;

import org.jspecify.annotations.NullMarked;
