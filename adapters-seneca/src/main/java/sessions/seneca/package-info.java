/**
 * The contract's commands as messages of Seneca. Entries: {@link sessions.seneca.SenecaHandler} over HTTP, {@link
 * sessions.seneca.SenecaTcp} over TCP.
 */
@NullMarked
package sessions.seneca;

import org.jspecify.annotations.NullMarked;

