/**
 * The Java client: the driving ports of a Sessions service elsewhere, over HTTP. Begin with {@link
 * sessions.client.SessionsHttpClientV1}.
 */
@NullMarked
package sessions.client;

import org.jspecify.annotations.NullMarked;
