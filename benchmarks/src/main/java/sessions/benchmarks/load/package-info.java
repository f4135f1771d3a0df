/** Callers that load an API, and the statistics of their latencies. */
@NullMarked
package sessions.benchmarks.load;

import org.jspecify.annotations.NullMarked;
