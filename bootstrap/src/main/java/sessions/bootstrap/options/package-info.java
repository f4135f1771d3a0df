/** The options of the commands, a class per concern. */
@NullMarked
package sessions.bootstrap.options;

import org.jspecify.annotations.NullMarked;
