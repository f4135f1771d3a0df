/**
 * The Java client: the driving ports of a remote Sessions service, over HTTP. Entry:
 * {@link sessions.client.SessionsHttpClientV1}.
 */
@NullMarked
package sessions.client;

import org.jspecify.annotations.NullMarked;
