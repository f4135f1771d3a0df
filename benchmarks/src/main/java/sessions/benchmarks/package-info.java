/** Benchmarks of the use cases on real stores, each with its own {@code main}. */
@NullMarked
package sessions.benchmarks;

import org.jspecify.annotations.NullMarked;
