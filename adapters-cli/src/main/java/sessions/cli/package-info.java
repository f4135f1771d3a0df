/** The admin commands, written against the driving ports. Entry: {@link sessions.cli.AdminCommands}. */
@NullMarked
package sessions.cli;

import org.jspecify.annotations.NullMarked;
