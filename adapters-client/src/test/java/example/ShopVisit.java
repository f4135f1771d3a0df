package example;

import java.time.Duration;
import java.util.List;
import sessions.client.ClientSettings;
import sessions.client.SessionsHttpClientV1;
import sessions.domain.error.ServiceUnavailableException;
import sessions.domain.error.SessionClosedException;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.Json;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;

/** A user signs in, fills a cart, and signs out. */
public final class ShopVisit {

    private final SessionsHttpClientV1 sessions;

    private ShopVisit(SessionsHttpClientV1 sessions) {
        this.sessions = sessions;
    }

    public static void main(String[] arguments) {
        String address = arguments.length > 0 ? arguments[0] : "http://127.0.0.1:8080";
        ClientSettings settings = ClientSettings.of(address)
                .withApiKey(System.getenv("SESSIONS_API_KEY"))
                .withRequestTimeout(Duration.ofSeconds(5));
        // One client for the whole program; it is thread-safe.
        try (SessionsHttpClientV1 sessions = new SessionsHttpClientV1(settings)) {
            new ShopVisit(sessions).run();
        } catch (ServiceUnavailableException unavailable) {
            System.err.println(unavailable.getMessage());
        }
    }

    private void run() {
        SessionV1 session = sessions.openSession("sign-in-7",
                new SessionOpening("42", "Zoë", "192.0.2.7", "web", null, new Json("{\"items\":0}")));
        String id = session.id().value(); // the secret that the browser keeps

        // Add two items without losing changes that other requests store at the same time.
        sessions.update(id, ShopVisit::withOneMore);
        sessions.update(id, ShopVisit::withOneMore);
        System.out.println("Cart: " + sessions.getSessionById("show-8", id).map(SessionV1::data).map(Json::text)
                .orElse("none"));

        SessionFilter active = SessionFilter.ofUser("42").withActive(true);
        List<SessionV1> open = sessions.resources().listSessions("list-9", active, CursorPaging.FIRST).sessions();
        System.out.println("Signed in: " + open.size());

        sessions.closeSession("sign-out-10", id);
        try {
            sessions.storeSessionData("late-11", id, new Json("{\"items\":1}"));
        } catch (SessionClosedException closed) {
            System.out.println(closed.getMessage());
        }
    }

    /** A real program would use its JSON library here. */
    private static Json withOneMore(Json cart) {
        int items = Integer.parseInt(cart.text().replaceAll("\\D", ""));
        return new Json("{\"items\":" + (items + 1) + "}");
    }
}
