/** The use cases behind the driving ports. Depends on the domain only. */
@NullMarked
package sessions.application;

import org.jspecify.annotations.NullMarked;
