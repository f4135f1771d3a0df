package sessions.cli.output;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi.Style;
import sessions.domain.model.Json;
import sessions.domain.model.SessionV1;
import sessions.shell.TerminalText;
import sessions.wire.resource.ResourceJson;
import sessions.wire.session.SessionJson;

/** The views of sessions. */
public final class SessionView {

    private static final Column<SessionV1> USER = Column.of("USER", SessionV1::userId);

    private static final Column<SessionV1> STATE = Column
            .<SessionV1>of("STATE", session -> session.active() ? "active" : "closed")
            .styled(session -> session.active() ? Style.fg_green : Style.faint);

    private static final Column<SessionV1> ADDRESS = Column.of("ADDRESS", SessionV1::address);

    private static final Column<SessionV1> CLIENT = Column.of("CLIENT", SessionV1::client);

    private static final Column<SessionV1> FULL_ID = Column.of("ID", session -> session.id().value());

    /** Its ids are shortened. */
    private static final List<Column<SessionV1>> TABLE = table(Column.of("ID", SessionV1::id));

    private static final List<Column<SessionV1>> WIDE = List.of(FULL_ID, USER,
            Column.of("NAME", SessionV1::userName), STATE, time("OPENED", SessionV1::openTime),
            time("LAST REQUEST", SessionV1::requestTime), time("ENDS", SessionView::end),
            Column.of("VERSION", SessionV1::version), ADDRESS, CLIENT);

    private static final List<Column<SessionV1>> EXACT = List.of(Column.of("id", session -> session.id().value()),
            Column.of("user_id", SessionV1::userId), Column.of("user_name", SessionV1::userName),
            Column.of("active", SessionV1::active), time("open_time", SessionV1::openTime),
            time("request_time", SessionV1::requestTime), time("close_time", SessionV1::closeTime),
            Column.of("address", SessionV1::address), Column.of("client", SessionV1::client),
            Column.of("version", SessionV1::version),
            time("expires_at", session -> session.active() ? session.expiresAt() : null));

    /** Listed sessions, which have no content. */
    public static final View<SessionV1> LISTED = new View<>(TABLE, WIDE, EXACT,
            session -> TerminalText.json(ResourceJson.ofListed(session)));

    /** Sessions with content. */
    public static final View<SessionV1> WHOLE = new View<>(TABLE, WIDE,
            Stream.concat(EXACT.stream(),
                    Stream.of(content("user", SessionV1::user), content("data", SessionV1::data))).toList(),
            session -> TerminalText.json(ResourceJson.of(session)));

    private static final View<SessionV1> LISTED_WITH_FULL_IDS = new View<>(table(FULL_ID), LISTED.wide(),
            LISTED.exact(), LISTED.json());

    private SessionView() {
    }

    /** Returns the view of listed sessions, with shortened or full ids in tables. */
    public static View<SessionV1> listed(boolean fullIds) {
        return fullIds ? LISTED_WITH_FULL_IDS : LISTED;
    }

    private static List<Column<SessionV1>> table(Column<SessionV1> id) {
        return List.of(id, USER, STATE, Column.ofAge("OPENED", SessionV1::openTime),
                Column.ofAge("LAST REQUEST", SessionV1::requestTime), Column.ofAge("ENDS", SessionView::end), ADDRESS,
                CLIENT);
    }

    /** Returns the close time or, for an active session, the expiry. */
    private static Instant end(SessionV1 session) {
        return session.closeTime() == null ? session.expiresAt() : session.closeTime();
    }

    private static Column<SessionV1> time(String title, Function<SessionV1, @Nullable Instant> time) {
        return Column.of(title, session -> {
            Instant at = time.apply(session);
            return at == null ? null : SessionJson.time(at);
        });
    }

    private static Column<SessionV1> content(String title, Function<SessionV1, @Nullable Json> content) {
        return Column.of(title, session -> {
            Json json = content.apply(session);
            return json == null ? null : TerminalText.json(json.text());
        });
    }
}
