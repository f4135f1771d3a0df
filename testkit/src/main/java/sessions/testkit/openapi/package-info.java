/** Holds exchanges over HTTP against the OpenAPI document that is on the class path. */
@NullMarked
package sessions.testkit.openapi;

import org.jspecify.annotations.NullMarked;
