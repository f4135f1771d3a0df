package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sessions.domain.error.InvalidDataException;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that content is kept unchanged. If a store declares a limitation, tests that it exists and is not larger. */
public interface StoreContentContract extends StoreContract {

    /** Keeps all digits of numbers. */
    JsonMapper EXACT = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS).build();

    @Test
    default void contentIsKeptUnchanged() {
        Json content = new Json(
                "{ \"b\":1.0,\"a\":12345678901234567890.50E+3, \"c\":\"\\u0000\\u00e9 é 😀\",\n\"\":[ ],\"$set\":{\"$x.y\":1}}");
        SessionV1 session = with(content, content);
        store().sessions().insert(session);
        SessionV1 found = store().sessions().find(session.id(), NOON).orElseThrow();
        if (limitations().contains(StoreLimitation.FORM)) {
            for (Json kept : List.of(text(found.user()), text(found.data()))) {
                assertThat(kept).isNotEqualTo(content);
                assertThat(isSameValue(kept, content)).as(kept.text()).isTrue();
                assertThat(EXACT.readTree(kept.text()).propertyNames()).containsExactly("b", "a", "c", "", "$set");
            }
        } else {
            assertThat(found).isEqualTo(session);
        }
    }

    @Test
    default void everyJsonTypeIsKept() {
        for (String text : List.of("null", "true", "false", "0", "-1", "1.5", "9007199254740993",
                "-9223372036854775808",
                "\"\"", "\"$user_id\"", "[]", "{}", "[null,[{}]]", "{\"a.b\":{\"$literal\":1},\"_id\":\"x\"}")) {
            Json content = new Json(text);
            SessionV1 session = with(content, content);
            store().sessions().insert(session);
            SessionV1 found = store().sessions().find(session.id(), NOON).orElseThrow();
            if (!content.isNull()) {
                assertThat(found).isEqualTo(session);
            }
            assertThat(found.data() == null || found.data().equals(content)).isTrue();
            SessionV1 changed = changed(
                    store().sessions().change(session.id(), new SessionChange.StoreData(content, NOON, null),
                            ONE_HOUR));
            assertThat(changed.data()).isEqualTo(found.data());
        }
    }

    @Test
    default void repeatedKeysAreKeptOrRejected() {
        assertKeptOrRejected(StoreLimitation.REPEATED_KEYS, "{\"a\":1,\"b\":{\"c\":1,\"c\":2}}");
    }

    @Test
    default void loneSurrogatesAreKeptOrRejected() {
        assertKeptOrRejected(StoreLimitation.LONE_SURROGATES, "[\"a\\ud800\"]");
        assertKeptOrRejected(StoreLimitation.LONE_SURROGATES, "{\"\\udc00\":1}");
    }

    @Test
    default void nulInKeysIsKeptOrRejected() {
        assertKeptOrRejected(StoreLimitation.NUL_IN_KEYS, "{\"a\\u0000b\":1}");
    }

    @Test
    default void largeNumbersAreKeptOrRejected() {
        for (String number : List.of("1" + "0".repeat(500), "1234567890123456789012345678901234567", "1e99999",
                "-1e400000",
                "1e99999999999", "0.1234567890123456789012345678901234567", "1" + "0".repeat(7000) + "e-7000")) {
            assertKeptOrRejected(StoreLimitation.NUMBERS, "[" + number + "]");
        }
    }

    @Test
    default void deepNestingIsKeptOrRejected() {
        assertKeptOrRejected(StoreLimitation.NESTING, "[".repeat(500) + "]".repeat(500));
        assertKeptOrRejected(StoreLimitation.NESTING, "{\"a\":".repeat(100) + "1" + "}".repeat(100));
    }

    private void assertKeptOrRejected(StoreLimitation limitation, String text) {
        Json content = new Json(text);
        Json harmless = new Json("{}");
        if (limitations().contains(limitation)) {
            assertRejected("user", content, harmless);
            assertRejected("data", harmless, content);
        } else {
            SessionV1 session = with(content, content);
            store().sessions().insert(session);
            assertThat(store().sessions().find(session.id(), NOON)).contains(session);
        }
    }

    private void assertRejected(String field, Json user, Json data) {
        SessionV1 rejected = with(user, data);
        assertRejected(field, () -> store().sessions().insert(rejected));
        assertRejected(field, () -> store().copies().insertMissing(List.of(rejected)));
        assertThat(store().sessions().find(rejected.id(), NOON)).isEmpty();
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        SessionChange change = field.equals("user")
                ? new SessionChange.UpdateUser(user, NOON, null)
                : new SessionChange.StoreData(data, NOON, null);
        assertRejected(field, () -> store().sessions().change(session.id(), change, ONE_HOUR));
        assertThat(store().sessions().find(session.id(), NOON)).contains(session);
    }

    private static void assertRejected(String field, Runnable call) {
        assertThatExceptionOfType(InvalidDataException.class).isThrownBy(call::run)
                .withMessageMatching("Validation failed: " + field + " must .* on this store")
                .satisfies(rejection -> assertThat(rejection.details()).containsOnlyKeys(field));
    }

    private static SessionV1 with(Json user, Json data) {
        return SessionV1.open(new SessionOpening("user", null, null, null, user, data), NOON, ONE_HOUR);
    }

    private static Json text(@Nullable Json content) {
        assertThat(content).isNotNull();
        return content == null ? new Json("null") : content;
    }

    private static boolean isSameValue(Json one, Json other) {
        return EXACT.readTree(one.text()).equals(StoreContentContract::compare, EXACT.readTree(other.text()));
    }

    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }
}
