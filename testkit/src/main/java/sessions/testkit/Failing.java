package sessions.testkit;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/** Ports behind which everything fails. */
public final class Failing {

    private Failing() {
    }

    /** A port whose every operation fails in the same way, but for {@code close()}. */
    public static <T> T port(Class<T> type, Supplier<? extends Throwable> failure) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, _) -> {
            if (method.getName().equals("close") && method.getParameterCount() == 0) {
                return null;
            }
            throw failure.get();
        }));
    }
}
