/** The HTTP API, on Javalin. Entry: {@link sessions.rest.HttpApi}. */
@NullMarked
package sessions.rest;

import org.jspecify.annotations.NullMarked;
