/** The commands that move sessions between stores and files. */
@NullMarked
package sessions.cli.transfer;

import org.jspecify.annotations.NullMarked;
