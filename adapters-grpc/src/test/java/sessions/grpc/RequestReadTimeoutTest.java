package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.access.Authenticator;
import sessions.domain.telemetry.Telemetry;
import sessions.grpc.call.CallHandler;
import sessions.grpc.call.InFlightCalls;
import sessions.grpc.limit.RequestReadTimeout;
import sessions.grpc.service.TypedSessionsService;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** Calls without exactly one message. */
@Timeout(60)
class RequestReadTimeoutTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final InFlightCalls calls = new InFlightCalls();
    private final Server server = NettyServerBuilder
            .forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), InsecureServerCredentials.create())
            .intercept(calls)
            .addService(ServerInterceptors.intercept(new TypedSessionsService(
                    GrpcFixture.ports(new SettableClock(Fixtures.NOON)).sessions(),
                    new CallHandler(Authenticator.ALLOW_ALL, Telemetry.NONE)).definition(),
                    new RequestReadTimeout(timer, Duration.ofHours(1))))
            .build();

    @BeforeEach
    void start() throws IOException {
        timer.setRemoveOnCancelPolicy(true);
        server.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.shutdownNow().awaitTermination();
        timer.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource({"0, INVALID_ARGUMENT", "2, CANCELLED"})
    void callWithoutExactlyOneMessageIsRejected(int messages, Status.Code rejection) throws Exception {
        ManagedChannel connection = connect();
        try {
            CompletableFuture<Status> end = new CompletableFuture<>();
            ClientCall<byte[], byte[]> call = call(connection, end);
            for (int i = 0; i < messages; i++) {
                call.sendMessage(new byte[0]);
            }
            if (messages == 0) {
                call.halfClose();
            }
            assertThat(end.get().getCode()).isEqualTo(rejection);
            awaitNoTimeoutTask();
        } finally {
            connection.shutdownNow();
        }
    }

    @Test
    void abortedCallLeavesNoTimeoutTask() throws Exception {
        ManagedChannel connection = connect();
        try {
            CompletableFuture<Status> end = new CompletableFuture<>();
            call(connection, end);
            while (timer.getQueue().isEmpty()) {
                Thread.onSpinWait();
            }
            calls.abort();
            assertThat(end.get().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
            awaitNoTimeoutTask();
        } finally {
            connection.shutdownNow();
        }
    }

    private ManagedChannel connect() {
        return NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    }

    private static ClientCall<byte[], byte[]> call(ManagedChannel connection, CompletableFuture<Status> end) {
        ClientCall<byte[], byte[]> call = connection.newCall(RawBytes.METHOD, CallOptions.DEFAULT);
        call.start(new ClientCall.Listener<>() {
            @Override
            public void onClose(Status status, Metadata trailers) {
                end.complete(status);
            }
        }, new Metadata());
        return call;
    }

    /** Waits until the timer has no task for a call. */
    private void awaitNoTimeoutTask() {
        while (!timer.getQueue().isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
