package sessions.grpc.service;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.wire.session.ErrorJson;
import sessions.wire.session.SessionJson;
import sessions_v1.ErrorDescription;
import sessions_v1.Session;
import sessions_v1.SessionObjectReply;
import sessions_v1.SessionPage;

/** Creates the reply messages of the typed service. Null becomes an empty string. */
final class SessionMessages {

    private SessionMessages() {
    }

    static SessionObjectReply object(Optional<SessionV1> session) {
        return session.map(found -> SessionObjectReply.newBuilder().setSession(of(found)).build())
                .orElseGet(SessionObjectReply::getDefaultInstance);
    }

    /** Creates a page; its total is 0 if it was not requested. */
    static SessionPage page(sessions.domain.model.SessionPage page) {
        return SessionPage.newBuilder().setTotal(Objects.requireNonNullElse(page.total(), 0L))
                .addAllData(page.data().stream().map(SessionMessages::of).toList()).build();
    }

    /** Creates an error without cause and stack trace, which would reveal internals. */
    static ErrorDescription error(ErrorJson error) {
        return ErrorDescription.newBuilder().setCategory(error.category()).setCode(error.code())
                .setCorrelationId(error.correlationId()).setStatus(Integer.toString(error.status()))
                .setMessage(error.message()).putAllDetails(error.details()).build();
    }

    private static Session of(SessionV1 session) {
        return Session.newBuilder().setId(session.id().value()).setUserId(session.userId())
                .setUserName(text(session.userName())).setActive(session.active())
                .setOpenTime(SessionJson.time(session.openTime())).setCloseTime(time(session.closeTime()))
                .setRequestTime(SessionJson.time(session.requestTime())).setAddress(text(session.address()))
                .setClient(text(session.client())).setUser(json(session.user())).setData(json(session.data())).build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : SessionJson.time(time);
    }

    private static String json(@Nullable Json content) {
        return content == null ? "" : content.text();
    }
}
