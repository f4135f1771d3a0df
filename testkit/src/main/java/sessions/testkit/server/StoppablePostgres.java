package sessions.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL server for one test. It can be stopped and restarted with the same data and port, and suspended. */
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
     * @param folder the folder for its data; the caller removes it
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

    /** Returns the JDBC URL of the database, with user and password. */
    public String url() {
        return server.getJdbcUrl("postgres", DATABASE);
    }

    /** Stops the server with its connections, and waits until it has ended. */
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Starts the server again after {@link #stop}, and waits until it accepts connections. */
    public void startAgain() {
        server = started(PostgresServer.durable().setPort(server.getPort()), data);
    }

    /**
     * Suspends the server: the operating system still accepts connections and bytes, but the server does not respond.
     */
    public void suspend() {
        signal("STOP");
    }

    /** Resumes the server after {@link #suspend}. */
    public void resume() {
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

    /** Stops the server if it is running. */
    @Override
    public void close() {
        stop();
    }
}
