/** Tells telemetry what the service does: around the driving ports and around the store. */
@NullMarked
package sessions.application.observe;

import org.jspecify.annotations.NullMarked;
