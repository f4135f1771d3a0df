/** Requests made up at random from the API's document, valid and spoilt, and what no answer to them may be. */
@NullMarked
package sessions.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
