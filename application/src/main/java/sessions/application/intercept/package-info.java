/**
 * What is done around the use cases for whatever API calls them: access control, audit. Entry: {@link
 * sessions.application.intercept.InterceptedPorts}.
 */
@NullMarked
package sessions.application.intercept;

import org.jspecify.annotations.NullMarked;
