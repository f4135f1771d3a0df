/**
 * Reads the configuration of the original service, a list of components in YAML, as settings of this one. Entry:
 * {@link sessions.pip.PipConfig}.
 */
@NullMarked
package sessions.pip;

import org.jspecify.annotations.NullMarked;
