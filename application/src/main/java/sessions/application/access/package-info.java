/** Who may call: API keys and what they let in. Entry: {@link sessions.application.access.KeyRing}. */
@NullMarked
package sessions.application.access;

import org.jspecify.annotations.NullMarked;

