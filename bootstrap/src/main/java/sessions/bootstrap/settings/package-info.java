/** The settings that the options result in, one record per concern. */
@NullMarked
package sessions.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
