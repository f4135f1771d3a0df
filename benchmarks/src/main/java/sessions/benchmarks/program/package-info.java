/** Runs the packaged program as processes. */
@NullMarked
package sessions.benchmarks.program;

import org.jspecify.annotations.NullMarked;
