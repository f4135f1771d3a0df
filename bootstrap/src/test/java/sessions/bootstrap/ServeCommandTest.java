package sessions.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ServeCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refusesToListenBeyondThisMachineWithoutConsent(String host) {
        assertThat(serve("--host", host)).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("sessions: --host " + host + " would let other machines call the service"
                + " without authentication; if that is what you want, add --insecure-no-auth (see sessions serve --help)"
                + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void withConsentTheHostIsNotTheProblem() {
        // 192.0.2.1 is reserved for documentation and thus no address of this machine.
        assertThat(serve("--host", "192.0.2.1", "--port", "0", "--insecure-no-auth")).isEqualTo(1);
        assertThat(err.toString()).startsWith("sessions: Cannot listen on 192.0.2.1:0: ").hasLineCount(1);
    }

    @Test
    void namesAHostThatIsNotKnown() {
        assertThat(serve("--host", "no such host")).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo("sessions: Cannot listen on no such host: unknown host" + System.lineSeparator());
    }

    private int serve(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "serve";
        arguments[1] = "--store";
        arguments[2] = "memory:";
        System.arraycopy(options, 0, arguments, 3, options.length);
        CommandLine commandLine = Main.commandLine(Map.of());
        return commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
