/** Authentication by API key. Entry: {@link sessions.application.access.ApiKeyAuthenticator}. */
@NullMarked
package sessions.application.access;

import org.jspecify.annotations.NullMarked;
