package sessions.wire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.domain.model.Json;

class ExtendedJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"$numberInt\":\"5\"}|5",
            "{\"a\":[{\"$numberLong\":\"-9007199254740993\"},{\"b\":{\"$numberDouble\":\"1.50\"}}],\"c\":\"d\"}"
                    + "|{\"a\":[-9007199254740993,{\"b\":1.50}],\"c\":\"d\"}",
            "[{\"$numberDecimal\":\"1E+3\"}]|[1E+3]"})
    void extendedNumbersBecomePlain(String extended, String plain) {
        assertThat(ExtendedJson.plain(new Json(extended))).isEqualTo(new Json(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}", "{\"$numberInt\":5}", "{\"$numberDouble\":\"NaN\"}",
            "{\"$numberInt\":\"5\",\"more\":[1.10]}", "{\"$numberInt\":\"five\",\"more\":{}}",
            "{\"$numberLong\":{\"a\":null}}",
            "{\"more\":true,\"$numberInt\":\"5\"}"})
    void otherContentIsUnchanged(String content) {
        assertThat(ExtendedJson.plain(new Json(content))).isEqualTo(new Json(content));
    }
}
