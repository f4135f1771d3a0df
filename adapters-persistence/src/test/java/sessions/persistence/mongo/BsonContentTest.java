package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.ContentTooLargeException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;
import sessions.testkit.server.MongoWireServer;

/** Converts JSON to BSON and back. */
class BsonContentTest {

    @ParameterizedTest
    @CsvSource({"0,0", "-0,-0.0", "2147483647,2147483647", "2147483648,2147483648", "-2147483649,-2147483649",
            "9223372036854775807,9223372036854775807", "9223372036854775808,9223372036854775808",
            "-9223372036854775809,-9223372036854775809",
            "1234567890123456789012345678901234,1234567890123456789012345678901234", "1.0,1", "1e2,100", "-2.50,-2.5",
            "0.1,0.1", "1e20,100000000000000000000", "1e21,1.0E21", "1.7976931348623157e308,1.7976931348623157E308",
            "4.9e-324,4.9E-324", "5e-324,5E-324", "0.10000000000000000555,0.10000000000000000555", "1e400,1E+400",
            "123456789.123456789123456789,123456789.123456789123456789", "0e999,0"})
    void numbersKeepTheirValues(String number, String kept) {
        assertThat(written("[" + number + "]")).isEqualTo("[" + kept + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\u0000\\n\\\"\\\\/é😀\"", "{\"z\":1,\"a\":{\"\":null,\"$set\":[true,false]},\"b.c\":{}}",
                    "[[],{},\"\"]", "{\"$oid\":\"507f1f77bcf86cd799439011\"}", "{\"_id\":{\"$numberLong\":\"1\"}}"})
    void textsKeysAndTheirOrderAreKept(String content) {
        assertThat(ContentReader.read("data", new Json(content))).isEqualTo(
                ContentReader.read("data", new Json(written(content))));
        assertThat(written(content)).isEqualTo(content);
    }

    @Test
    void nestingIsKeptUpToTheLimit() {
        String deepest = "[".repeat(ContentReader.MAX_DEPTH) + "]".repeat(ContentReader.MAX_DEPTH);
        assertThat(written(deepest)).isEqualTo(deepest);
    }

    @Test
    void contentIsNeverEvaluated() {
        try (SessionStore store = StoreProviders.open(new StoreSettings(MongoWireServer.newDatabase(), null, null),
                ONE_HOUR)) {
            SessionV1 session = session("$user", NOON);
            store.sessions().insert(session);
            for (String content : new String[]{"\"$user_id\"", "{\"$literal\":1}", "{\"$inc\":{\"version\":1}}",
                    "{\"$ne\":null}", "[{\"$set\":{\"user_id\":\"x\"}}]"}) {
                SessionV1 changed = changed(store.sessions().change(session.id(),
                        new SessionChange.StoreData(new Json(content), NOON, null), ONE_HOUR));
                assertThat(changed.data()).isEqualTo(new Json(content));
                assertThat(changed.userId()).isEqualTo("$user");
            }
            assertThat(store.lists().list(SessionFilter.ofUser("$user"), NOON, 0, 10)).hasSize(1);
            assertThat(store.lists().list(SessionFilter.ofUser("{\"$ne\":null}"), NOON, 0, 10)).isEmpty();
        }
    }

    @Test
    void rejectsSessionsLargerThanSixteenMebibytes() {
        Json large = new Json("\"" + "x".repeat(17 << 20) + "\"");
        Json manyNumbers = new Json("[1" + ",1".repeat(2_000_000) + "]");
        try (SessionStore store = StoreProviders.open(new StoreSettings(MongoWireServer.newDatabase(), null, null),
                ONE_HOUR)) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            for (Json content : new Json[]{large, manyNumbers}) {
                assertThatExceptionOfType(ContentTooLargeException.class)
                        .isThrownBy(() -> store.sessions().change(session.id(),
                                new SessionChange.StoreData(content, NOON, null), ONE_HOUR))
                        .withMessage("The session would be larger than MongoDB's limit of 16 MiB");
            }
            assertThat(store.sessions().find(session.id(), NOON)).contains(session);
        }
    }

    private static String written(String content) {
        return ContentWriter.write(ContentReader.read("data", new Json(content)));
    }
}
