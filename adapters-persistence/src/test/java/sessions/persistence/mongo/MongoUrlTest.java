package sessions.persistence.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import com.mongodb.WriteConcern;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Options in the URL must not weaken durability, and have valid values. */
class MongoUrlTest {

    private static final String URL = "mongodb://127.0.0.1:1/app";

    @ParameterizedTest
    @ValueSource(strings = {"w=0", "journal=false", "w=majority&journal=false", "safe=false"})
    void rejectsOptionsWithWhichMongoDbLosesConfirmedChanges(String options) {
        assertRejected(options, "must not set w=0, journal=false or safe=false: MongoDB would confirm changes that it"
                + " can lose; the default is w=majority with journal=true");
    }

    @ParameterizedTest
    @CsvSource({"'',majority", "safe=true,majority", "journal=true,majority", "wtimeoutMS=5000,majority", "w=2,2",
            "w=1,1", "w=backups,backups"})
    void writesAreJournaledAndByDefaultOnAMajorityOfServers(String options, String servers) {
        WriteConcern concern = MongoDatabaseConnection.settings(new ConnectionString(URL + "?" + options))
                .getWriteConcern();
        assertThat(String.valueOf(concern.getWObject())).isEqualTo(servers);
        assertThat(concern.getJournal()).isTrue();
        assertThat(concern.getWTimeout(TimeUnit.MILLISECONDS)).isEqualTo(options.startsWith("wtimeout") ? 5000 : null);
    }

    @ParameterizedTest
    @CsvSource({"maxPoolSize=-1,maxSize >= 0", "minPoolSize=9&maxPoolSize=3,maxSize >= minSize"})
    void rejectsValuesOutOfRange(String options, String expected) {
        assertRejected(options, "has an option with an invalid value; it must satisfy " + expected);
    }

    private static void assertRejected(String options, String problem) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> StoreProviders.open(new StoreSettings(URL + "?" + options, null, null)).close())
                .withMessage("Validation failed: --store " + problem);
    }
}
