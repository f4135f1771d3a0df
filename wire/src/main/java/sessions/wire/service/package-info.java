/** Responses about the service itself: health, status, heartbeat and statistics. */
@NullMarked
package sessions.wire.service;

import org.jspecify.annotations.NullMarked;
