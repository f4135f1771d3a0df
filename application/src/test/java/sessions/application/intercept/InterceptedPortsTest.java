package sessions.application.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.port.driving.DrivingPorts;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.port.driving.Monitoring;
import sessions.domain.port.driving.SessionAdmin;
import sessions.domain.port.driving.SessionResources;
import sessions.testkit.FailingPorts;
import sessions.testkit.SettableClock;
import sessions.testkit.port.DrivingPortsContract;

/** For an admin, the ports behave the same with access control and audit as without. */
class InterceptedPortsTest implements DrivingPortsContract {

    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(String.class, "text", SessionFilter.class,
            SessionFilter.ALL, Paging.class, new Paging(0, null, false), SessionOpening.class,
            new SessionOpening("user", null, null, null, null, null), Json.class, new Json("1"), CursorPaging.class,
            new CursorPaging(null, null, false), Instant.class, Instant.EPOCH, OutputStream.class,
            OutputStream.nullOutputStream(), int.class, 1);

    private static final Set<String> NOT_INTERCEPTED = Set.of("heartbeat", "readiness");

    private final GuardedService service = new GuardedService();

    @Override
    public DrivingPorts ports() {
        return service.as(GuardedService.ADMIN);
    }

    @Override
    public SettableClock clock() {
        return service.clock();
    }

    @Test
    void everyOperationIsIntercepted() throws IllegalAccessException {
        Interceptor stop = new Interceptor() {
            @Override
            public <T, E extends Exception> T around(PortCall call, Step<T, E> next) {
                throw new IllegalCallerException("stopped " + call.operation().label());
            }
        };
        DrivingPorts ports = InterceptedPorts.of(failing(), stop);
        for (Object port : List.of(ports.sessions(), ports.resources(), ports.admin(), ports.monitoring())) {
            for (Method operation : port.getClass().getInterfaces()[0].getMethods()) {
                if (!NOT_INTERCEPTED.contains(operation.getName())) {
                    assertThat(thrown(port, operation)).as(operation.toString())
                            .isInstanceOf(IllegalCallerException.class).hasMessageStartingWith("stopped ");
                }
            }
        }
    }

    @Test
    void callsWithoutCallerAreRejected() {
        DrivingPorts ports = InterceptedPorts.of(failing(), new AccessControl());
        assertThatIllegalStateException().isThrownBy(() -> ports.sessions().getSessionById("c", "id"))
                .withMessage("no caller is bound for get_session_by_id");
    }

    private static DrivingPorts failing() {
        return new DrivingPorts(failing(ISessionsV1.class), failing(SessionResources.class),
                failing(SessionAdmin.class), failing(Monitoring.class));
    }

    private static <T> T failing(Class<T> port) {
        return FailingPorts.port(port, () -> new AssertionError("reached"));
    }

    private static @Nullable Throwable thrown(Object port, Method operation) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(operation.getParameterTypes()).map(ARGUMENTS::get).toArray();
        operation.setAccessible(true);
        Throwable thrown = catchThrowable(() -> operation.invoke(port, arguments));
        return thrown instanceof InvocationTargetException target ? target.getCause() : thrown;
    }
}
