/** The routes of the HTTP API, by subject. */
@NullMarked
package sessions.rest.route;

import org.jspecify.annotations.NullMarked;
