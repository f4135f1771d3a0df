/** Reports the service's activities to telemetry: calls of the driving ports and of the store. */
@NullMarked
package sessions.application.observe;

import org.jspecify.annotations.NullMarked;
