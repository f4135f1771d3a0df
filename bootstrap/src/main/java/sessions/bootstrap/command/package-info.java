/**
 * The commands of the executable that are not admin commands, and what admin commands get from it: services and
 * stores.
 */
@NullMarked
package sessions.bootstrap.command;

import org.jspecify.annotations.NullMarked;
