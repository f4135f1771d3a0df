/** The common parts of all commands: the terminal, exit codes, errors, settings, and access to services and stores. */
@NullMarked
package sessions.shell;

import org.jspecify.annotations.NullMarked;
