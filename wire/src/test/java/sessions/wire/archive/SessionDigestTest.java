package sessions.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;

class SessionDigestTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final SessionV1 SESSION = opened();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"a\":[1,null,true]}|  { \"a\" : [ 1 , null , true ] }", "\"\\u00e9\"|\"é\"", "\"\\/\"|\"/\"", "1|1.0",
            "100|1e2", "[0.10]|[0.1]", "{}|{ }"})
    void differentNotationsHaveTheSameDigest(String one, String other) {
        assertThat(digest(one)).isEqualTo(digest(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"a\":1}|{\"a\":2}", "{\"a\":1,\"b\":2}|{\"b\":2,\"a\":1}", "\"1\"|1", "[1]|1",
            "{\"a\":1}|{\"a\":1,\"a\":1}",
            "\"\\ud800\"|\"\\ud801\"", "9007199254740993|9007199254740992", "1e99999999999|1e99999999998",
            "[[1],2]|[[1,2]]"})
    void differentContentHasADifferentDigest(String one, String other) {
        assertThat(digest(one)).isNotEqualTo(digest(other));
    }

    @Test
    void everyFieldChangesTheDigest() {
        assertThat(SessionDigest.of(SESSION)).isEqualTo(SessionDigest.of(SESSION))
                .isNotEqualTo(SessionDigest.of(opened()))
                .isNotEqualTo(SessionDigest.of(SESSION.withoutContent()))
                .isNotEqualTo(SessionDigest
                        .of(changed(SESSION.apply(new SessionChange.Touch(NOON, null), ExpiryPolicy.DEFAULT))))
                .isNotEqualTo(SessionDigest.of(SESSION.asOf(NOON.plusSeconds(100_000))));
    }

    private static SessionV1 opened() {
        return SessionV1.open(new SessionOpening("user", "Zoë", null, "web", new Json("{}"), null), NOON,
                ExpiryPolicy.DEFAULT);
    }

    private static SessionV1 changed(ChangeOutcome outcome) {
        return ((ChangeOutcome.Changed) outcome).session();
    }

    private static String digest(String data) {
        SessionChange store = new SessionChange.StoreData(new Json(data), NOON, null);
        return HexFormat.of().formatHex(SessionDigest.of(changed(SESSION.apply(store, ExpiryPolicy.DEFAULT))));
    }
}
