/** Random valid and corrupted requests, generated from the OpenAPI document, and checks of their responses. */
@NullMarked
package sessions.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
