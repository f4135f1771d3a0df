package sessions.application.intercept;

/** Runs around every call of a driving port, regardless of the API it comes from. */
public interface Interceptor {

    /** The rest of the call: the use case with the inner interceptors around it. */
    interface Step<T, E extends Exception> {
        T run() throws E;
    }

    /** A step without a result. */
    interface Action<E extends Exception> {
        void run() throws E;
    }

    /**
     * Runs the step or rejects the call.
     *
     * @return the step's result
     * @throws E if the step throws it
     */
    <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E;

    /** The same for a step without a result. */
    default <E extends Exception> void aroundAction(PortCall call, Action<E> next) throws E {
        boolean _ = this.<Boolean, E>around(call, () -> {
            next.run();
            return true;
        });
    }

    /** Returns an interceptor that runs this one around another. */
    default Interceptor outside(Interceptor inner) {
        Interceptor outer = this;
        return new Interceptor() {
            @Override
            public <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E {
                return outer.around(call, () -> inner.around(call, next));
            }
        };
    }
}
