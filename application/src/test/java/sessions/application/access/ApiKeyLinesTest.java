package sessions.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.domain.access.Role;
import sessions.domain.error.InvalidDataException;

class ApiKeyLinesTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final String OTHER_HASH = "fedcba9876543210".repeat(4);

    @Test
    void readsConfiguredKeys() {
        ApiKey withoutExpiry = new ApiKey("gateway", Role.WRITER, HASH, null);
        ApiKey withExpiry = new ApiKey("gate.way-2_B", Role.ADMIN, OTHER_HASH,
                Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(ApiKeyLines.read(List.of(withoutExpiry.line(), withExpiry.line())))
                .containsExactly(withoutExpiry, withExpiry);
        assertThat(withExpiry.line()).isEqualTo("gate.way-2_B:admin:" + OTHER_HASH + ":2027-03-01T00:00:00Z");
    }

    @Test
    void skipsCommentsAndEmptyLines() {
        assertThat(ApiKeyLines
                .read(List.of("", "# gateways", "  gateway:Writer:" + HASH.toUpperCase(Locale.ROOT) + " ")))
                .containsExactly(new ApiKey("gateway", Role.WRITER, HASH, null));
    }

    @Test
    void severalKeysMayHaveTheSameName() {
        assertThat(ApiKeyLines.read(List.of("gateway:writer:" + HASH, "gateway:writer:" + OTHER_HASH))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gateway                    | must be name:role:sha256 or name:role:sha256:expiry
            gateway:writer             | must be name:role:sha256 or name:role:sha256:expiry
            gate way:writer:HASH       | must have a name of 1 to 64 letters, digits, dots, hyphens and underscores
            :writer:HASH               | must have a name of 1 to 64 letters, digits, dots, hyphens and underscores
            gateway:root:HASH          | must have the role reader or writer or admin
            gateway:writer:HASHa       | must have the SHA-256 of the key in 64 hexadecimal digits
            gateway:writer:sessions_K  | must have the SHA-256 of the key in 64 hexadecimal digits
            gateway:writer:HASH:soon   | must have an expiry such as 2027-01-31T00:00:00Z
            gateway:writer:HASH:       | must have an expiry such as 2027-01-31T00:00:00Z
            """)
    void namesTheExpectedForm(String line, String expected) {
        assertThat(rejected(line.replace("HASH", HASH)).getMessage())
                .isEqualTo("Validation failed: API key on line 1 " + expected);
    }

    @Test
    void namesAllInvalidLinesWithoutShowingThem() {
        InvalidDataException rejected = rejected("# keys", "sessions_secret", "x:secret:" + HASH.substring(1),
                "gateway:writer:" + HASH, "other:admin:" + HASH);
        assertThat(rejected.details()).containsOnlyKeys("API key on line 2", "API key on line 3",
                "API key on line 5");
        assertThat(rejected.getMessage()).contains("the role reader or writer or admin, and the SHA-256 of the key",
                "must differ from the key on line 4").doesNotContain("secret", HASH.substring(1));
    }

    private static InvalidDataException rejected(String... lines) {
        return catchThrowableOfType(InvalidDataException.class, () -> ApiKeyLines.read(List.of(lines)));
    }
}
