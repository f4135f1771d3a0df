package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpIT {

    @TempDir
    private Path folder;

    @Test
    void helpNamesEveryCommandAndTheEnvironment() throws InterruptedException {
        Launcher.Ran ran = Launcher.in(folder).run("--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: sessions").contains("  serve ", "  list ", "  get ", "  open ",
                "  store ",
                "  patch ", "  update-user ", "  touch ", "  close ", "  close-expired ", "  delete ", "  stats ",
                "  status ", "  ping ", "  completion ", "  help ", "SESSIONS_STORE");
    }

    @ParameterizedTest
    @CsvSource({"serve,--insecure-no-auth", "get,ID", "list,--limit=N", "close,ID...", "close-expired,--store=URL"})
    void everyCommandHasItsOwnHelp(String command, String part) throws InterruptedException {
        Launcher.Ran ran = Launcher.in(folder).run(command, "--help");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: sessions " + command + " ").contains(part, "--log-level=LEVEL");
    }

    @Test
    void versionIsThatOfThePackage() throws InterruptedException {
        Launcher.Ran ran = Launcher.in(folder).run("--version");
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().strip()).matches("Sessions \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
