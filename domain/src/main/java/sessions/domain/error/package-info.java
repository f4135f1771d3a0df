/** Every error that the service reports: one sealed exception hierarchy with stable codes and categories. */
@NullMarked
package sessions.domain.error;

import org.jspecify.annotations.NullMarked;
