package sessions.client;

import static org.assertj.core.api.Assertions.assertThat;

import example.ShopVisit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import sessions.testkit.Fixtures;
import sessions.testkit.SettableClock;

/** The program in docs/client.md runs. */
class DocumentedExampleTest {

    @Test
    void documentedProgramRuns() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (LocalService service = LocalService.start(new SettableClock(Fixtures.NOON));
                PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            ShopVisit.main(new String[]{service.address()});
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).containsExactly("Cart: {\"items\":2}",
                "Signed in: 1", "The session is closed and can no longer be changed");
    }

    @Test
    void documentShowsTheProgramVerbatim() throws IOException {
        String page = Files.readString(Path.of("../docs/client.md"));
        String program = Files.readString(Path.of("src/test/java/example/ShopVisit.java"));
        assertThat(page).contains("```java\n" + program + "```\n");
    }
}
