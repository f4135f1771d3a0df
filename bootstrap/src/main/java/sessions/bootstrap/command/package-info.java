/**
 * The commands that are not admin commands, and the services and stores that admin commands use.
 */
@NullMarked
package sessions.bootstrap.command;

import org.jspecify.annotations.NullMarked;
