package sessions.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import sessions.domain.port.driven.SessionStore;

/** Ports whose operations fail. */
public final class FailingPorts {

    private FailingPorts() {
    }

    /** Returns a port whose operations all fail in the same way, except {@code close()}. */
    public static <T> T port(Class<T> type, Supplier<? extends Throwable> failure) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, _) -> {
            if (method.getName().equals("close") && method.getParameterCount() == 0) {
                return null;
            }
            if (isPort(method)) {
                return port(method.getReturnType(), failure);
            }
            throw failure.get();
        }));
    }

    /**
     * Returns a port that fails in some calls and otherwise delegates to a real one.
     *
     * @param when decides by the name of the operation and its arguments
     */
    public static <T> T sometimes(Class<T> type, T real, BiPredicate<String, Object[]> when,
            Supplier<? extends Throwable> failure) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
            if (when.test(method.getName(), arguments == null ? new Object[0] : arguments)) {
                throw failure.get();
            }
            Object result = called(method, real, arguments);
            return isPort(method) ? within(method.getReturnType(), result, when, failure) : result;
        }));
    }

    private static <T> Object within(Class<T> type, Object real, BiPredicate<String, Object[]> when,
            Supplier<? extends Throwable> failure) {
        return sometimes(type, type.cast(real), when, failure);
    }

    private static Object called(Method method, Object real, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** Returns whether the method returns a smaller port, as those of a store do. */
    private static boolean isPort(Method method) {
        return method.getParameterCount() == 0 && method.getReturnType().isInterface()
                && method.getReturnType().getPackage().equals(SessionStore.class.getPackage());
    }
}
