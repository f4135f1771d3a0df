/** Options that commands share, and the converters of their values. */
@NullMarked
package sessions.cli.option;

import org.jspecify.annotations.NullMarked;
