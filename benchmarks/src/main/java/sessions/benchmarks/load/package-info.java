/** Callers that load an API, and the statistics of their response times. */
@NullMarked
package sessions.benchmarks.load;

import org.jspecify.annotations.NullMarked;
