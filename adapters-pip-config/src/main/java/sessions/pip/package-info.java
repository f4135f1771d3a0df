/**
 * Translates a configuration of the original service, a list of components in YAML, to settings of this service. Entry:
 * {@link sessions.pip.PipConfig}.
 */
@NullMarked
package sessions.pip;

import org.jspecify.annotations.NullMarked;
