/** The packaged program as a process. */
@NullMarked
package sessions.benchmarks.program;

import org.jspecify.annotations.NullMarked;
