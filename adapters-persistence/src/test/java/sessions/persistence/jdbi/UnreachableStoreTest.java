package sessions.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sessions.domain.error.StoreUnavailableException;
import sessions.persistence.StoreProcess;
import sessions.persistence.StoreProviders;
import sessions.persistence.StoreSettings;

/** Opening a database that cannot be used fails soon with the reason. */
@Timeout(60)
class UnreachableStoreTest {

    @Test
    void closedPortIsUnavailable() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertUnavailable("jdbc:postgresql://127.0.0.1:" + port + "/sessions?user=postgres");
    }

    @Test
    void fileThatAnotherProcessHasOpenIsUnavailable(@TempDir Path folder) throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("sessions");
        try (StoreProcess _ = StoreProcess.start(url, 0)) {
            assertUnavailable(url);
        }
        StoreProviders.open(new StoreSettings(url, null, null)).close();
    }

    private static void assertUnavailable(String url) {
        assertThatThrownBy(() -> StoreProviders.open(new StoreSettings(url, null, null)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("The store could not be reached");
    }
}
