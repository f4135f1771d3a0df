/** The {@link sessions.domain.model.SessionV1} aggregate, its changes, filters and pages. All types are immutable. */
@NullMarked
package sessions.domain.model;

import org.jspecify.annotations.NullMarked;
