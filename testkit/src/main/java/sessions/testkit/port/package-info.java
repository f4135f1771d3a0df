/** The contract suites of the driving ports. A test class implements them and supplies the ports, through any API. */
@NullMarked
package sessions.testkit.port;

import org.jspecify.annotations.NullMarked;
