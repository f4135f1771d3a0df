/** Stores filled with many sessions. */
@NullMarked
package sessions.benchmarks.population;

import org.jspecify.annotations.NullMarked;
