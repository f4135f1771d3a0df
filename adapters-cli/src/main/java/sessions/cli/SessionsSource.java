package sessions.cli;

import java.util.function.Function;
import sessions.domain.ISessionsV1;

/** Where a command gets the service from. */
public interface SessionsSource {

    /** Runs work on a service and releases afterwards what that took. */
    <T> T with(Function<ISessionsV1, T> work);
}
