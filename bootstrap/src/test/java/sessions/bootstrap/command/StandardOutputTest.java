package sessions.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

    @Test
    void writtenOutputIsNotAFailure() {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        StandardOutput output = written(taken, "Zoë\n");
        assertThat(output.failure()).isEmpty();
        assertThat(taken.toString(StandardCharsets.UTF_8)).isEqualTo("Zoë\n");
    }

    @Test
    void closedPipeIsNotAFailure() {
        assertThat(written(failing("Broken pipe"), "x").failure()).isEmpty();
    }

    @Test
    void lostOutputIsAFailure() {
        assertThat(written(failing("No space left on device"), "x").failure()).contains("No space left on device");
    }

    private static StandardOutput written(OutputStream target, String text) {
        StandardOutput output = new StandardOutput(target);
        PrintWriter writer = new PrintWriter(output, false, StandardCharsets.UTF_8);
        writer.print(text);
        writer.flush();
        return output;
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
