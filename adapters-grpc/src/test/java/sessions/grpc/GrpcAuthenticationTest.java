package sessions.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import commandable.InvokeReply;
import commandable.InvokeRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.access.Caller;
import sessions.domain.access.Role;
import sessions.domain.error.ErrorCode;
import sessions.domain.error.UnauthorizedException;
import sessions.domain.model.SessionV1;
import sessions.testkit.FailingSessions;
import sessions.testkit.Fixtures;
import sessions_v1.ErrorDescription;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionOpenRequest;

/** Authentication of calls. */
class GrpcAuthenticationTest {

    private static final String KEY = "sessions_key";

    private final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final GrpcFixture api = GrpcFixture
            .start(GrpcFixture.ports(new FailingSessions(this::caller)), this::authenticate);

    @AfterEach
    void stop() {
        api.close();
    }

    private Caller authenticate(String correlationId, @Nullable String key, String address) {
        if (!KEY.equals(key)) {
            throw new UnauthorizedException(ErrorCode.UNAUTHORIZED, "Not with this key: " + correlationId);
        }
        return new Caller("gateway", Role.WRITER, address);
    }

    private SessionV1 caller() {
        callers.add(Caller.current());
        return Fixtures.session("user", Fixtures.NOON);
    }

    @ParameterizedTest
    @CsvSource({"authorization, Bearer " + KEY, "authorization, bearer   " + KEY, "x-api-key, " + KEY})
    void keyIsAcceptedInTheMetadata(String name, String value) {
        assertThat(open(api.with(name, value)).hasSession()).isTrue();
        assertThat(callers).containsExactly(new Caller("gateway", Role.WRITER, "127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource({"other, x", "authorization, Basic dTpw", "authorization, Bearer wrong", "x-api-key, wrong"})
    void missingOrWrongKeyReturnsAnError(String name, String value) {
        Channel channel = api.with(name, value);
        ErrorDescription error = open(channel).getError();
        assertThat(List.of(error.getCategory(), error.getCode(), error.getStatus(), error.getMessage()))
                .containsExactly("Unauthorized", "UNAUTHORIZED", "401", "Not with this key: c-1");
        InvokeReply reply = GrpcFixture.invoke(channel, InvokeRequest.newBuilder()
                .setMethod("v1/sessions.get_session_by_id").setArgsJson("{\"session_id\":\"x\"}").build());
        assertThat(reply.getError().getStatus()).isEqualTo(401);
        assertThat(callers).isEmpty();
    }

    @Test
    void twoDifferentKeysAreRejected() {
        assertThat(open(api.with("x-api-key", KEY, "authorization", "Bearer other")).getError().getCode())
                .isEqualTo("INVALID_DATA");
    }

    private static SessionObjectReply open(Channel channel) {
        return GrpcFixture.typed(channel, CallOptions.DEFAULT, "open_session",
                SessionOpenRequest.newBuilder().setCorrelationId("c-1").setUserId("user").build(),
                SessionObjectReply.getDefaultInstance());
    }
}
