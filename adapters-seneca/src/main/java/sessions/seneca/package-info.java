/**
 * The contract's commands as Seneca messages. Entries: {@link sessions.seneca.SenecaHandler} and
 * {@link sessions.seneca.SenecaHttp} over HTTP, {@link sessions.seneca.SenecaTcp} over TCP.
 */
@NullMarked
package sessions.seneca;

import org.jspecify.annotations.NullMarked;
