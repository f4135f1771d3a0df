/**
 * What every command of the executable shares: the terminal, exit codes, errors, settings, and where it gets
 * services and stores from.
 */
@NullMarked
package sessions.shell;

import org.jspecify.annotations.NullMarked;
