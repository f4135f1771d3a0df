package sessions.application.intercept;

/** Something that is done around every call of a driving port, whatever API it comes from. */
public interface Interceptor {

    /** What is left to do: the use case itself, with the interceptors further in around it. */
    interface Step<T, E extends Exception> {
        T run() throws E;
    }

    /** A step without a result. */
    interface Action<E extends Exception> {
        void run() throws E;
    }

    /**
     * Runs the step, or refuses to.
     *
     * @return what the step answers
     * @throws E what the step throws
     */
    <T, E extends Exception> T around(PortCall call, Step<T, E> next) throws E;

    /** The same for a step without a result. */
    default <E extends Exception> void aroundAction(PortCall call, Action<E> next) throws E {
        boolean _ = this.<Boolean, E>around(call, () -> {
            next.run();
            return true;
        });
    }

    /** This one around another. */
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
