/** The driven ports: interfaces that stores and other adapters implement for the application. */
@NullMarked
package sessions.domain.port.driven;

import org.jspecify.annotations.NullMarked;
