/** The driving ports: the operations that the application offers and external APIs call. */
@NullMarked
package sessions.domain.port.driving;

import org.jspecify.annotations.NullMarked;
