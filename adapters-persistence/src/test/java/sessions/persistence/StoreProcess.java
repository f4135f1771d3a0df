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
 * A store in a process of its own, which can be killed. It prints {@code open}, then a line with id and version for
 * every session it has opened or changed, after the store has acknowledged that. Ends with its standard input.
 */
public final class StoreProcess implements AutoCloseable {

    /** User of the sessions that were opened under a claim. */
    public static final String CLAIMED = "claimed";

    private static final int CHANGES_PER_SESSION = 4;

    private final Process process;
    private final BufferedReader output;
    private final CompletableFuture<Void> log;

    private StoreProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
        this.log = CompletableFuture.runAsync(this::passOnLog, Thread::startVirtualThread);
    }

    /** What goes to its error stream goes to that of the tests, and is looked at on the way. */
    private void passOnLog() {
        process.errorReader().lines().forEach(line -> {
            System.err.println(line);
            SecretLeaks.lookAt("a process with a store", line);
        });
    }

    /** Answers when its store is open. */
    public static StoreProcess start(String url, int writers) throws IOException {
        return start(StoreProcess.class, url, String.valueOf(writers));
    }

    /** Answers when the program has printed {@code open}. */
    public static StoreProcess start(Class<?> program, String... arguments) throws IOException {
        return start(List.of(), program, arguments);
    }

    /** Starts the program by another command, which takes it as its last arguments. */
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
     * Ends it as {@code kill -9} does. What it had printed can still be read, which destroying the process would
     * prevent.
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
            Thread.ofPlatform().daemon().start(() -> writeForEver(store));
        }
        while (System.in.read() >= 0) {
            // Waits for the end.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void writeForEver(SessionStore store) {
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

    /** At random with a claim and without. */
    private static SessionV1 open(SessionStore store) {
        if (ThreadLocalRandom.current().nextBoolean()) {
            SessionV1 session = session("user", NOON);
            store.sessions().insert(session);
            return session;
        }
        SessionV1 claimed = session(CLAIMED, NOON);
        store.idempotency().insertOnce(claimed, record(claimed), NOON);
        return claimed;
    }

    public static IdempotencyRecord record(SessionV1 session) {
        return new IdempotencyRecord(session.id().value(), "hash", session.id(), NOON.plus(HOUR));
    }

    /** What a session's data is from its second version on. */
    public static Json content(long version) {
        return new Json("[" + version + "]");
    }
}
