/** Values, clocks and ports for tests. The subpackages contain the contract suites and servers for tests. */
@NullMarked
package sessions.testkit;

import org.jspecify.annotations.NullMarked;
