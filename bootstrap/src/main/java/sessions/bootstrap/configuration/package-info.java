/** Sources of settings besides the command line: the environment, settings files and files with secrets. */
@NullMarked
package sessions.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
