/**
 * The admin commands, written against the driving port only: {@link sessions.cli.SessionsSource} gives them a service,
 * wherever it runs. Entry: {@link sessions.cli.AdminCommands}.
 */
@NullMarked
package sessions.cli;

import org.jspecify.annotations.NullMarked;

