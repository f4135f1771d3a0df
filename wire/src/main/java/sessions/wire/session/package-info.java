/** Sessions, their opening and errors in the contract's JSON. */
@NullMarked
package sessions.wire.session;

import org.jspecify.annotations.NullMarked;
