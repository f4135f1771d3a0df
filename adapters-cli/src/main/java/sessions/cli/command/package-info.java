/** The commands that call a service. */
@NullMarked
package sessions.cli.command;

import org.jspecify.annotations.NullMarked;
