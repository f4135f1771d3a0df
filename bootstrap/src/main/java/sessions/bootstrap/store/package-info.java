/** Chooses a store by its URL. */
@NullMarked
package sessions.bootstrap.store;

import org.jspecify.annotations.NullMarked;
