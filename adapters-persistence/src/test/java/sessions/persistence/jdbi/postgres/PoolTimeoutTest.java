package sessions.persistence.jdbi.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.error.InvalidDataException;

class PoolTimeoutTest {

    private static final String URL = "jdbc:postgresql://127.0.0.1/sessions";

    @ParameterizedTest
    @CsvSource({"'', 700", "?socketTimeout=9, 700", "?poolTimeout=1, 1000",
            "?socketTimeout=9&poolTimeout=3600, 3600000"})
    void poolWaitsForAConnectionAsLongAsTheUrlSays(String parameters, long millis) {
        HikariConfig pool = new HikariConfig();
        new PostgresDialect(URL).configure(pool, URL + parameters);
        assertThat(pool.getConnectionTimeout()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3601", "10000", "-1", "1.5", "5s", "700ms"})
    void rejectsOtherValues(String value) {
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> PoolTimeout.of(URL + "?poolTimeout=" + value))
                .withMessageContaining(
                        "has the parameter poolTimeout, which must be a whole number of seconds from 1 to 3600");
    }
}
