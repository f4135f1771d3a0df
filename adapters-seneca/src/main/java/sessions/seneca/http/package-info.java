/** Seneca messages over HTTP, in both dialects. */
@NullMarked
package sessions.seneca.http;

import org.jspecify.annotations.NullMarked;
