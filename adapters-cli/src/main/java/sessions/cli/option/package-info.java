/** Options that commands share, and how their values are read. */
@NullMarked
package sessions.cli.option;

import org.jspecify.annotations.NullMarked;
