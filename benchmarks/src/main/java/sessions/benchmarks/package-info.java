/** Measurements of the use cases on real stores, each with a {@code main} of its own. */
@NullMarked
package sessions.benchmarks;

import org.jspecify.annotations.NullMarked;
