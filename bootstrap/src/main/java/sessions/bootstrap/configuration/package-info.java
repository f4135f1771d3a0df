/** Where settings come from besides the command line: the environment, files, files with secrets. */
@NullMarked
package sessions.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
