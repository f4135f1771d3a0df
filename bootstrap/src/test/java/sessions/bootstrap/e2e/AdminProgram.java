package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs admin commands with the packaged launcher, each in its own process. */
public record AdminProgram(Launcher launcher) {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");

    /** Returns the commands for a service that runs on this machine. */
    public static AdminProgram of(Launcher launcher, int port) {
        return new AdminProgram(launcher.with("SESSIONS_URL", "http://127.0.0.1:" + port));
    }

    /** Runs a command that must succeed without messages and returns its output. */
    public String ok(String... command) throws InterruptedException {
        Launcher.Ran ran = launcher.run(command);
        assertThat(ran).as(String.join(" ", command)).isEqualTo(new Launcher.Ran(0, ran.out(), ""));
        return ran.out();
    }

    /** Runs a command that must fail with one line on standard error and no output. */
    void fails(int exit, String message, String... command) throws InterruptedException {
        assertThat(launcher.run(command)).as(String.join(" ", command))
                .isEqualTo(new Launcher.Ran(exit, "", "sessions: " + message + System.lineSeparator()));
    }

    /** Opens a session and returns its id. */
    public String open(String userId) throws InterruptedException {
        Matcher id = ID.matcher(ok("open", "--user", userId, "--user-content", "\"s3cret\"", "--data", "{\"n\":1}"));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }
}
