/** Where settings come from that are not given as options: the environment, a file, and files with secrets. */
@NullMarked
package sessions.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;

