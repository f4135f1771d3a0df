/** The driven ports: what the application needs from stores and other adapters. */
@NullMarked
package sessions.domain.port.driven;

import org.jspecify.annotations.NullMarked;
