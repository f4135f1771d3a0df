/** The contract over real HTTP on every store: recorded exchanges, recorded faults as corrected, and hostile input. */
@NullMarked
package sessions.bootstrap.contract;

import org.jspecify.annotations.NullMarked;
