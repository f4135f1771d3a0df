/** Reads the configuration of the original service, a list of components in YAML, as settings of this one. */
@NullMarked
package sessions.bootstrap.pip;

import org.jspecify.annotations.NullMarked;

