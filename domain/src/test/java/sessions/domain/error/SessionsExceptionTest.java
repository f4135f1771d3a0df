package sessions.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsExceptionTest {

    @Test
    void detailsSurviveSerialization() throws Exception {
        for (SessionsException thrown : List.of(new StaleVersionException(7), new SessionClosedException(),
                new InvalidDataException(List.of(new Violation("z", "must be"), new Violation("a", "must not be"))))) {
            SessionsException read = (SessionsException) deserialized(serialized(thrown));
            assertThat(read).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
            assertThat(read.code()).isEqualTo(thrown.code());
            assertThat(read.details()).containsExactlyEntriesOf(thrown.details());
        }
    }

    @Test
    void detailsHaveTheFirstProblemOfAField() {
        InvalidDataException invalid = new InvalidDataException(
                List.of(new Violation("a", "first"), new Violation("a", "second")));
        assertThat(invalid.details()).containsExactly(Map.entry("a", "first"));
    }

    private static byte[] serialized(Object written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(written);
        }
        return bytes.toByteArray();
    }

    private static Object deserialized(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }
}
