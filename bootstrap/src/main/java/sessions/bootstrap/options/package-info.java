/** The options of the commands, one class per concern. */
@NullMarked
package sessions.bootstrap.options;

import org.jspecify.annotations.NullMarked;
