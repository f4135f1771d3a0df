package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import sessions.domain.error.InvalidDataException;
import sessions.domain.error.Violation;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.domain.port.driving.SessionResources;
import sessions.rest.http.ConditionalHeaders;
import sessions.rest.http.EntityTags;
import sessions.rest.http.IfMatch;
import sessions.rest.http.QueryParameters;
import sessions.rest.http.RequestBody;
import sessions.rest.http.RequestScope;
import sessions.rest.http.Responses;
import sessions.rest.http.SessionNotFoundException;
import sessions.wire.resource.ActiveQuery;
import sessions.wire.resource.ResourceBody;
import sessions.wire.resource.ResourceJson;
import sessions.wire.session.OpeningJson;

/** The routes of single sessions: {@code POST /v2/sessions}, and {@code /v2/sessions/{id}} with its subresources. */
public record SessionRoutes(SessionResources sessions, RequestBody body) {

    private static final String ID = "id";
    private static final String SESSIONS = "/v2/sessions";
    private static final String SESSION = SESSIONS + "/{" + ID + "}";
    private static final String DATA = SESSION + "/data";
    private static final String USER = SESSION + "/user";

    public void addTo(Routes routes) {
        routes.post(SESSIONS,
                QueryParameters.none(ConditionalHeaders.only(this::open, ConditionalHeaders.IDEMPOTENCY_KEY)));
        routes.get(SESSION, ConditionalHeaders.only(this::get, ConditionalHeaders.IF_NONE_MATCH));
        routes.delete(SESSION, changing(this::delete));
        routes.get(DATA, reading(ctx -> getContent(ctx, SessionV1::data)));
        routes.put(DATA, changing(this::storeData));
        routes.patch(DATA, changing(this::mergeData));
        routes.get(USER, reading(ctx -> getContent(ctx, SessionV1::user)));
        routes.put(USER, changing(this::updateUser));
        routes.post(SESSION + "/touch", changing(this::touch));
        routes.post(SESSION + "/close", changing(this::close));
    }

    private static Handler reading(Handler handler) {
        return QueryParameters.none(ConditionalHeaders.only(handler, ConditionalHeaders.IF_NONE_MATCH));
    }

    private static Handler changing(Handler handler) {
        return QueryParameters.none(ConditionalHeaders.only(handler, ConditionalHeaders.IF_MATCH));
    }

    private void open(Context ctx) throws IOException {
        IdempotencyKey key = idempotencyKey(ctx);
        SessionOpening opening = OpeningJson.read(body.read(ctx));
        SessionV1 session = sessions.openSession(RequestScope.correlationId(ctx), opening, key)
                .orElseThrow(() -> new SessionNotFoundException(
                        "The session that was opened under this key has been deleted"));
        ctx.header("Location", SESSIONS + "/" + session.id().value());
        respond(ctx, HttpStatus.CREATED, session);
    }

    private static @Nullable IdempotencyKey idempotencyKey(Context ctx) {
        List<String> keys = Collections.list(ctx.req().getHeaders(ConditionalHeaders.IDEMPOTENCY_KEY));
        if (keys.isEmpty()) {
            return null;
        }
        Optional<IdempotencyKey> key = keys.size() == 1 ? IdempotencyKey.parse(keys.getFirst()) : Optional.empty();
        return key.orElseThrow(
                () -> new InvalidDataException(
                        List.of(new Violation(ConditionalHeaders.IDEMPOTENCY_KEY, IdempotencyKey.EXPECTED))));
    }

    private void get(Context ctx) {
        SessionV1 session = ActiveQuery.read(QueryParameters.parameters(ctx)) ? findActive(ctx) : find(ctx);
        if (isModified(ctx, session)) {
            Responses.json(ctx, HttpStatus.OK.getCode(), ResourceJson.of(session));
        }
    }

    private void getContent(Context ctx, Function<SessionV1, @Nullable Json> part) {
        SessionV1 session = find(ctx);
        if (isModified(ctx, session)) {
            Json content = part.apply(session);
            Responses.json(ctx, HttpStatus.OK.getCode(), content == null ? "null" : content.text());
        }
    }

    private void delete(Context ctx) {
        SessionV1 _ = apply(ctx, (id, version) -> sessions.delete(RequestScope.correlationId(ctx), id, version));
        Responses.none(ctx);
    }

    private void storeData(Context ctx) throws IOException {
        Json data = ResourceBody.content(body.read(ctx), "data");
        respondChanged(ctx, (id, version) -> sessions.storeData(RequestScope.correlationId(ctx), id, data, version));
    }

    private void mergeData(Context ctx) throws IOException {
        Json patch = ResourceBody.content(body.readMergePatch(ctx), "data");
        respondChanged(ctx, (id, version) -> sessions.mergeData(RequestScope.correlationId(ctx), id, patch, version));
    }

    private void updateUser(Context ctx) throws IOException {
        Json user = ResourceBody.content(body.read(ctx), "user");
        respondChanged(ctx, (id, version) -> sessions.updateUser(RequestScope.correlationId(ctx), id, user, version));
    }

    private void touch(Context ctx) throws IOException {
        ResourceBody.requireNoMembers(body.read(ctx));
        respondChanged(ctx, (id, version) -> sessions.touch(RequestScope.correlationId(ctx), id, version));
    }

    private void close(Context ctx) throws IOException {
        ResourceBody.requireNoMembers(body.read(ctx));
        respondChanged(ctx, (id, version) -> sessions.close(RequestScope.correlationId(ctx), id, version));
    }

    /** A change of a session. */
    private interface Change {

        /**
         * Applies the change.
         *
         * @param version the version that the session must have; null for any version
         * @return the changed session; empty if it does not exist
         */
        Optional<SessionV1> apply(String id, @Nullable Long version);
    }

    private static void respondChanged(Context ctx, Change change) {
        respond(ctx, HttpStatus.OK, apply(ctx, change));
    }

    private static SessionV1 apply(Context ctx, Change change) {
        String id = ctx.pathParam(ID);
        return orNotFound(IfMatch.apply(ctx, version -> change.apply(id, version)));
    }

    private SessionV1 find(Context ctx) {
        return orNotFound(sessions.getSession(RequestScope.correlationId(ctx), ctx.pathParam(ID)));
    }

    private SessionV1 findActive(Context ctx) {
        return sessions.findActive(RequestScope.correlationId(ctx), ctx.pathParam(ID))
                .orElseThrow(() -> new SessionNotFoundException("There is no such active session"));
    }

    private static SessionV1 orNotFound(Optional<SessionV1> session) {
        return session.orElseThrow(() -> new SessionNotFoundException("There is no such session"));
    }

    private static void respond(Context ctx, HttpStatus status, SessionV1 session) {
        Responses.entityTag(ctx, session.version());
        Responses.json(ctx, status.getCode(), ResourceJson.of(session));
    }

    /** Returns whether the caller does not have this version yet; if the caller has it, responds with 304. */
    private static boolean isModified(Context ctx, SessionV1 session) {
        boolean unmodified = EntityTags.isNotModified(ctx, Long.toString(session.version()));
        Responses.entityTag(ctx, session.version());
        if (unmodified) {
            Responses.notModified(ctx);
        }
        return !unmodified;
    }
}
