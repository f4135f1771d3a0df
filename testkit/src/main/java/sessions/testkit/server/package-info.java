/** Real servers for tests, and the clients and certificates to reach the service. */
@NullMarked
package sessions.testkit.server;

import org.jspecify.annotations.NullMarked;
