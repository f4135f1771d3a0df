/** Who may call: API keys and what they let in. Entry: {@link sessions.application.access.ApiKeyAuthenticator}. */
@NullMarked
package sessions.application.access;

import org.jspecify.annotations.NullMarked;
