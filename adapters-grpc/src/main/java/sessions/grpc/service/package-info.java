/** The gRPC services: typed, generic, health. */
@NullMarked
package sessions.grpc.service;

import org.jspecify.annotations.NullMarked;
