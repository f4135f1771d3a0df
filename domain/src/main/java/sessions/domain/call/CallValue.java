package sessions.domain.call;

import java.util.Optional;

/**
 * A value that is bound on the current thread for the duration of a call. It does the work of {@code ScopedValue}, which
 * Java 21 does not have. Instances are constants.
 *
 * @param <T> the type of the value
 */
public final class CallValue<T> {

    @SuppressWarnings("ThreadLocalUsage") // each instance is a constant
    private final ThreadLocal<T> bound = new ThreadLocal<>();

    /**
     * A call.
     *
     * @param <R> its result
     * @param <E> the exception that it may throw
     */
    @FunctionalInterface
    public interface Call<R, E extends Exception> {

        R run() throws E;
    }

    /** Returns the value of the innermost call on this thread, or empty if none is bound. */
    public Optional<T> get() {
        return Optional.ofNullable(bound.get());
    }

    /** Runs a call with the value bound, and returns its result. Afterwards the previous value is bound again. */
    public <R, E extends Exception> R call(T value, Call<R, E> call) throws E {
        T outer = bound.get();
        bound.set(value);
        try {
            return call.run();
        } finally {
            if (outer == null) {
                bound.remove();
            } else {
                bound.set(outer);
            }
        }
    }
}
