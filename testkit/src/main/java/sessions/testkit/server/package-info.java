/** Servers for tests, and clients and certificates for calling the service. */
@NullMarked
package sessions.testkit.server;

import org.jspecify.annotations.NullMarked;
