/** Reads requests and writes responses: headers, entity tags, query, body, errors, CORS, authentication. */
@NullMarked
package sessions.rest.http;

import org.jspecify.annotations.NullMarked;
