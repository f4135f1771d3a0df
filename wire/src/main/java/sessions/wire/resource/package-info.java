/** Request bodies, queries and responses of the resource API, {@code /v2}. */
@NullMarked
package sessions.wire.resource;

import org.jspecify.annotations.NullMarked;
