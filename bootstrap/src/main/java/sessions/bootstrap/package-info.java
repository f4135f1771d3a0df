/** Settings, wiring and {@code main}: the only place that knows every adapter. */
@NullMarked
package sessions.bootstrap;

import org.jspecify.annotations.NullMarked;

