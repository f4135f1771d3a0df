package sessions.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real PostgreSQL server of one test's own, which can be stopped and started again on the same data and port, and held up
 * as a whole.
 */
public final class StoppablePostgres implements AutoCloseable {

    private static final String DATABASE = "postgres";

    private final Path data;
    private EmbeddedPostgres server;

    private StoppablePostgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    /**
     * Starts a server with an empty database.
     *
     * @param folder where its data lies; the caller removes it
     */
    public static StoppablePostgres startIn(Path folder) {
        Path data = folder.resolve("postgres");
        return new StoppablePostgres(data, started(PostgresServer.durable(), data));
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder, Path data) {
        try {
            return builder.setDataDirectory(data).setCleanDataDirectory(false).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The JDBC URL of the database, with user and password. */
    public String url() {
        return server.getJdbcUrl("postgres", DATABASE);
    }

    /** Has the server end its connections and then itself, and returns when it is gone. */
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts it again after {@link #stop}, and returns when it accepts connections. */
    public void startAgain() {
        server = started(PostgresServer.durable().setPort(server.getPort()), data);
    }

    /** The server takes bytes and connections, which the system does for it, and answers nothing. */
    public void holdUp() {
        signal("STOP");
    }

    /** Ends {@link #holdUp}. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            long server = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
            ProcessHandle main = ProcessHandle.of(server).orElseThrow();
            send(name, main);
            main.children().forEach(session -> send(name, session));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void send(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it, if it runs. */
    @Override
    public void close() {
        stop();
    }
}
