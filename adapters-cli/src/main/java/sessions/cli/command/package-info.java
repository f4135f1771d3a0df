/** The commands that talk to a service. */
@NullMarked
package sessions.cli.command;

import org.jspecify.annotations.NullMarked;
