package sessions.persistence;

import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import sessions.domain.model.IdempotencyRecord;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.log.SecretLeaks;

/**
 * A store in its own process, which can be killed. It prints {@code open}, then a line with id and version for every
 * session that it has opened or changed, after the store has acknowledged the change. It ends when its standard input
 * ends.
 */
public final class StoreProcess implements AutoCloseable {

    /** User of the sessions that were opened with an idempotency key. */
    public static final String KEYED_USER = "claimed";

    private static final int CHANGES_PER_SESSION = 4;

    private final Process process;
    private final BufferedReader output;
    private final CompletableFuture<Void> log;

    private StoreProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.log = CompletableFuture.runAsync(this::forwardLog, Thread::startVirtualThread);
    }

    /** Copies the error stream to that of the tests and checks it for secrets. */
    private void forwardLog() {
        process.errorReader().lines().forEach(line -> {
            System.err.println(line);
            SecretLeaks.checkOutput("a process with a store", line);
        });
    }

    /** Starts a process and returns once its store is open. */
    public static StoreProcess start(String url, int writers) throws IOException {
        return start(StoreProcess.class, url, String.valueOf(writers));
    }

    /** Starts a program and returns once it has printed {@code open}. */
    public static StoreProcess start(Class<?> program, String... arguments) throws IOException {
        return start(List.of(), program, arguments);
    }

    /** Starts a program through another command, which gets it as its last arguments. */
    public static StoreProcess start(List<String> by, Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        StoreProcess started = new StoreProcess(
                new ProcessBuilder(command).start());
        String line = started.output.readLine();
        if (!"open".equals(line)) {
            throw new IllegalStateException("the other process did not open its store but printed " + line);
        }
        return started;
    }

    public BufferedReader output() {
        return output;
    }

    /**
     * Kills the process as {@code kill -9} does. Its output can still be read, unlike after {@code Process.destroy}.
     */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        log.join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] args) throws IOException {
        SessionStore store = StoreByUrl.open(args[0]);
        System.out.println("open");
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            Thread.ofPlatform().daemon().start(() -> writeForever(store));
        }
        while (System.in.read() >= 0) {
            // Waits for the end of the input.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void writeForever(SessionStore store) {
        while (true) {
            SessionV1 session = open(store);
            System.out.println(session.id().value() + " 1");
            for (int version = 2; version <= 1 + CHANGES_PER_SESSION; version++) {
                store.sessions().change(session.id(), new SessionChange.StoreData(content(version), NOON, null),
                        ONE_HOUR);
                System.out.println(session.id().value() + " " + version);
            }
        }
    }

    /** Opens a session, at random with or without an idempotency key. */
    private static SessionV1 open(SessionStore store) {
        if (ThreadLocalRandom.current().nextBoolean()) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            return session;
        }
        SessionV1 keyed = session(KEYED_USER, NOON);
        store.idempotency().insertOnce(keyed, record(keyed), NOON);
        return keyed;
    }

    public static IdempotencyRecord record(SessionV1 session) {
        return new IdempotencyRecord(session.id().value(), "hash", session.id(), NOON.plus(HOUR));
    }

    /** Returns a session's data from its second version on. */
    public static Json content(long version) {
        return new Json("[" + version + "]");
    }
}
