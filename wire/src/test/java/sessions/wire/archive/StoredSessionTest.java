package sessions.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.SessionsException;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.wire.session.SessionJson;

class StoredSessionTest {

    private static final ExpiryPolicy POLICY = new ExpiryPolicy(Duration.ofHours(1), null);
    private static final Instant OPENED = Instant.parse("2020-01-31T08:05:00.123Z");
    private static final String ID = "1ef9e6fb3645446d855d0dd8adfc31fa";

    private static final String ORIGINAL = "{'id':'" + ID + "','user_id':'1','user_name':'Zoë','active':true,"
            + "'open_time':'2020-01-31T08:05:00.123Z','request_time':'2020-01-31T08:05:00.123Z','address':'127.0.0.1',"
            + "'client':'web','user':{'name':'x'},'data':{'a':[1,null]}";
    private static final String CLOSED = "{'id':'" + ID + "','user_id':'3','user_name':null,'active':false,"
            + "'open_time':'2020-01-31T08:05:00.123Z','request_time':'2020-01-31T08:05:01.164Z','address':null,"
            + "'client':null,'user':null,'data':null,'close_time':'2020-01-31T08:05:01.165Z'}";

    private final SessionV1 active = SessionV1.open(
            new SessionOpening("u", null, "", "web", new Json("{ \"b\":[1.0,\"\\ud800\"],\"a\":1,\"a\":2}"), null),
            OPENED, POLICY);

    @Test
    void readsActiveSessionOfTheOriginalService() {
        assertThat(read(ORIGINAL + "}")).isEqualTo(new StoredSession(new SessionV1(new SessionId(ID), "1",
                "Zoë", true, OPENED, null, OPENED, "127.0.0.1", "web", new Json("{\"name\":\"x\"}"),
                new Json("{\"a\":[1,null]}"), 1, OPENED.plus(Duration.ofHours(1))), Set.of(), null));
    }

    @Test
    void readsClosedSessionOfTheOriginalService() {
        SessionV1 closed = read(CLOSED).session();
        assertThat(closed.active()).isFalse();
        assertThat(closed.closeTime()).isEqualTo("2020-01-31T08:05:01.165Z").isEqualTo(closed.expiresAt());
        assertThat(closed.requestTime()).isEqualTo("2020-01-31T08:05:01.164Z");
        assertThat(read(CLOSED).normalised()).isEmpty();
    }

    @Test
    void writtenDocumentStartsWithTheContractsKeys() {
        IdempotencyRecord record = new IdempotencyRecord("k", "h", active.id(), OPENED.plusSeconds(1));
        assertThat(text(active, record)).isEqualTo(SessionJson.of(active).replaceFirst("}$", ",\"version\":1,"
                + "\"expires_at\":\"2020-01-31T09:05:00.123Z\",\"opening_claim\":{\"key\":\"k\",\"request_hash\":\"h\","
                + "\"forgotten_at\":\"2020-01-31T08:05:01.123Z\"}}"));
        SessionV1 closed = ((ChangeOutcome.Changed) active.apply(new SessionChange.Close(OPENED.plusMillis(5), null),
                POLICY)).session();
        assertThat(text(closed, null)).isEqualTo(SessionJson.of(closed).replaceFirst("}$",
                ",\"version\":2,\"expires_at\":\"2020-01-31T09:05:00.123Z\"}"))
                .contains("\"data\":null,\"close_time\":");
    }

    @Test
    void documentCanBeReadAfterWriting() {
        IdempotencyRecord record = new IdempotencyRecord("k", "h", active.id(), OPENED.plusSeconds(1));
        StoredSession stored = StoredSession.read(text(active, record), ExpiryPolicy.DEFAULT);
        assertThat(stored).isEqualTo(new StoredSession(active, Set.of(), record));
        assertThat(IdempotencyRecordJson.read(new String(IdempotencyRecordJson.toUtf8(record), StandardCharsets.UTF_8)))
                .isEqualTo(record);
    }

    @Test
    void loneSurrogatesAreKept() {
        SessionV1 read = read(ORIGINAL.replace("Zoë", "\\ud83dZ\\ude00") + "}").session();
        assertThat(read.userName()).isEqualTo("\ud83dZ\ude00");
        assertThat(text(read, null)).contains("\"user_name\":\"\\ud83dZ\\ude00\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"'id' | '_id' |", "'user_id':'1', | | NO_USER_ID",
            "'user_id':'1' | 'user_id':null | NO_USER_ID",
            "'user_id':'1' | 'user_id':'' |", "'active':true | 'active':false | CONTENT_WHEN_CLOSED NO_CLOSE_TIME",
            "'active':true | 'active':true,'close_time':'2020-01-31T08:05:01Z' | CLOSE_TIME_WHEN_ACTIVE",
            "'request_time':'2020-01-31T08:05:00.123Z', | | REQUEST_BEFORE_OPENING",
            "'request_time':'2020-01-31T08:05:00.123Z' | 'request_time':'2020-01-31T08:05:00.122Z' | REQUEST_BEFORE_OPENING",
            "'user_name':'Zoë', | |", "'client':'web' | 'client':null,'more':[{}] |"})
    void invalidDocumentsAreCorrectedAndRecorded(String original, String changed, String recorded) {
        String document = ORIGINAL.replace(original, changed == null ? "" : changed) + "}";
        StoredSession stored = read(document);
        assertThat(stored.normalised().stream().map(Enum::name).sorted()).as(document)
                .containsExactlyElementsOf(recorded == null ? List.of() : List.of(recorded.split(" ")));
        assertThat(stored.session().requestTime()).isEqualTo(OPENED);
        assertThat(stored.session().closeTime()).isEqualTo(stored.session().active() ? null : OPENED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'2020-01-31T08:05:00.123Z'", "'2020-01-31T10:05:00.123999+02:00'",
            "{'$date':'2020-01-31T08:05:00.123Z'}", "{'$date':{'$numberLong':'1580457900123'}}",
            "{'$date':1580457900123}"})
    void timesCanHaveSeveralForms(String time) {
        String document = ORIGINAL.replace("'2020-01-31T08:05:00.123Z'", time) + ",'expires_at':" + time + "}";
        assertThat(read(document).session()).extracting(SessionV1::openTime, SessionV1::requestTime,
                SessionV1::expiresAt).containsOnly(OPENED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{'$numberInt':'7'}", "{'$numberLong':'7'}"})
    void versionsCanHaveSeveralForms(String version) {
        assertThat(read(ORIGINAL + ",'version':" + version + "}").session().version()).isEqualTo(7);
    }

    @Test
    void versionIsBounded() {
        StoredSession stored = read(ORIGINAL + ",'version':9223372036854775807}");
        assertThat(stored.session().version()).isEqualTo(9_007_199_254_740_991L);
        assertThat(stored.normalised()).contains(Normalisation.VERSION_TOO_HIGH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "'open_time':'2020-01-31T08:05:00.123Z' | 'open_time':'+292278993-01-01T00:00:00Z' | open_time must be an",
            "'id':'1ef9e6 | 'id':'1EF9E6 | id must be a text of 32 lower-case hexadecimal digits",
            "'id':'1ef9e6fb3645446d855d0dd8adfc31fa' | '_id':{'$oid':'5f1'} | _id must be a text of 32 lower-case"
                    + " hexadecimal digits but is of type map",
            "'id':'1ef9e6fb3645446d855d0dd8adfc31fa', | | _id is missing", "'active':true, | | active is missing",
            "'active':true | 'active':1 | active must be a boolean, got a number",
            "'user_id':'1' | 'user_id':1 | user_id must be a string, got a number",
            "'client':'web' | 'client':'web','client':'x' | client must not be given twice",
            "'open_time':'2020-01-31T08:05:00.123Z', | | open_time is missing",
            "'open_time':'2020-01-31T08:05:00.123Z' | 'open_time':'yesterday' | open_time must be an ISO 8601 time",
            "'open_time':'2020-01-31T08:05:00.123Z' | 'open_time':{'$date':{}} | open_time must be an ISO 8601 time",
            "'data' | 'version':0,'data' | version must be a session version",
            "'data' | 'version':{'$numberLong':7},'data' | version must be a session version",
            "'data' | 'opening_claim':{'key':'k'},'data' | request_hash is missing",
            "'data' | 'opening_claim':[],'data' | body must be a JSON object, got an array"})
    void invalidMembersAreRejectedByName(String original, String changed, String message) {
        String document = ORIGINAL.replace(original, changed == null ? "" : changed) + "}";
        assertThatThrownBy(() -> read(document)).isInstanceOf(SessionsException.class)
                .hasMessageContaining(message).hasMessageNotContaining(ID);
    }

    @ParameterizedTest
    @CsvSource({"5,a number", "[],an array", "null,null"})
    void otherValuesThanObjectsAreRejected(String document, String type) {
        assertThatThrownBy(() -> read(document)).hasMessageContaining("must be a JSON object, got " + type);
    }

    private static StoredSession read(String document) {
        return StoredSession.read(document.replace('\'', '"'), POLICY);
    }

    private static String text(SessionV1 session, @Nullable IdempotencyRecord record) {
        return new String(StoredSession.toUtf8(session, record), StandardCharsets.UTF_8);
    }
}
