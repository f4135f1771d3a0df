import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sessions.client.ClientSettings;
import sessions.client.SessionsHttpClientV1;
import sessions.domain.error.SessionClosedException;
import sessions.domain.error.SessionsException;
import sessions.domain.error.StaleVersionException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;

/** A user signs in on a laptop and a phone, fills a cart, and signs out everywhere. */
public final class SignIns {

    private static final String USER = "42";

    private final SessionsHttpClientV1 sessions;

    private SignIns(SessionsHttpClientV1 sessions) {
        this.sessions = sessions;
    }

    /** {@code SESSIONS_URL} is the address of the service, {@code SESSIONS_API_KEY} the API key, if it requires one. */
    public static void main(String[] arguments) {
        String address = Optional.ofNullable(System.getenv("SESSIONS_URL")).orElse("http://127.0.0.1:8080");
        ClientSettings settings = ClientSettings.of(address)
                .withApiKey(System.getenv("SESSIONS_API_KEY"))
                .withRequestTimeout(Duration.ofSeconds(5));
        // One client for the whole program: it is thread-safe.
        try (SessionsHttpClientV1 sessions = new SessionsHttpClientV1(settings)) {
            new SignIns(sessions).run();
        } catch (SessionsException failed) {
            System.err.println(failed.code() + ": " + failed.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        SessionV1 laptop = open("laptop");
        SessionV1 phone = open("phone");
        System.out.println("Signed in on: " + activeClients());

        // Reads, changes and stores the data; starts again if someone else changed it in between.
        sessions.update(laptop.id().value(), cart -> new Json("{\"items\":1}"));
        print("Cart", sessions.getSessionById("", laptop.id().value()));
        storeUnlessChanged(laptop);

        // Sign out everywhere but on the phone.
        long closed = sessions.admin().closeSessions("", SessionFilter.ofUser(USER).withExcept(phone.id()));
        System.out.println("Closed: " + closed + ", still signed in on: " + activeClients());
        try {
            sessions.storeSessionData("", laptop.id().value(), new Json("{}"));
        } catch (SessionClosedException rejected) {
            System.out.println(rejected.code() + ": " + rejected.getMessage());
        }

        sessions.deleteSessionById("", phone.id().value());
        print("Phone", sessions.getSessionById("", phone.id().value()));
    }

    /** Opens a session. The key makes it safe to repeat the request: repetitions return the same session. */
    private SessionV1 open(String client) {
        SessionOpening opening = new SessionOpening(USER, "Zoë", "192.0.2.7", client, null, new Json("{\"items\":0}"));
        return sessions.resources().openSession("", opening, IdempotencyKey.random()).orElseThrow();
    }

    /** Stores data only if the session still has the version that was read. Here it has changed. */
    private void storeUnlessChanged(SessionV1 read) {
        SessionResources resources = sessions.resources();
        try {
            resources.storeData("", read.id().value(), new Json("{\"items\":9}"), read.version());
        } catch (StaleVersionException rejected) {
            System.out.println(rejected.code() + ": " + rejected.getMessage());
        }
    }

    private List<String> activeClients() {
        SessionFilter active = SessionFilter.ofUser(USER).withActive(true);
        return sessions.resources().listSessions("", active, CursorPaging.FIRST).sessions().stream()
                .map(SessionV1::client).sorted().toList();
    }

    private static void print(String label, Optional<SessionV1> session) {
        System.out.println(label + ": " + session.map(SessionV1::data).map(Json::text).orElse("no such session"));
    }
}
