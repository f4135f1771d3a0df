/** Values, clocks and ports for tests. The subpackages hold the contract suites and the servers that tests need. */
@NullMarked
package sessions.testkit;

import org.jspecify.annotations.NullMarked;
