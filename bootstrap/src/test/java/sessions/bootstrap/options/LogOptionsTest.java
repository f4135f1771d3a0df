package sessions.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class LogOptionsTest {

    @Test
    void linesAreTextByDefault() {
        assertThat(read().isJson()).isFalse();
        assertThat(read("--log-format", "text").isJson()).isFalse();
        assertThat(read("--log-format", "json").isJson()).isTrue();
    }

    @Test
    void otherFormatsAreRejected() {
        assertThat(catchThrowable(() -> read("--log-format", "xml")))
                .isInstanceOf(ParameterException.class).hasMessageContaining("'xml' is not one of text, json");
    }

    private static LogOptions read(String... arguments) {
        LogOptions options = new LogOptions();
        new CommandLine(CommandSpec.forAnnotatedObject(options)).parseArgs(arguments);
        return options;
    }
}
