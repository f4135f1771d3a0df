/** Validates HTTP exchanges against the OpenAPI document on the class path. */
@NullMarked
package sessions.testkit.openapi;

import org.jspecify.annotations.NullMarked;
