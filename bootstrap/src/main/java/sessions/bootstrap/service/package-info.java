/** Assembles and runs the service: store, use cases, sweep, APIs. */
@NullMarked
package sessions.bootstrap.service;

import org.jspecify.annotations.NullMarked;
