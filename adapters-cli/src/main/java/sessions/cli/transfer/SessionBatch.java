package sessions.cli.transfer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Gathers sessions until there are enough to do something with at once; bounded in number and in size. */
final class SessionBatch {

    private static final int MAX_SESSIONS = 500;
    private static final int MAX_CHARACTERS = 4 << 20;

    private final Work work;
    private final Map<SessionId, SessionV1> waiting = new LinkedHashMap<>();
    private int characters;

    SessionBatch(Work work) {
        this.work = work;
    }

    /** What is done with several sessions, each with another id. */
    interface Work {
        void on(List<SessionV1> sessions) throws IOException;
    }

    void add(SessionV1 session) throws IOException {
        if (waiting.containsKey(session.id())) {
            flush();
        }
        waiting.put(session.id(), session);
        characters += length(session.user()) + length(session.data());
        if (waiting.size() == MAX_SESSIONS || characters >= MAX_CHARACTERS) {
            flush();
        }
    }

    /** Does the work on what is left. */
    void flush() throws IOException {
        if (!waiting.isEmpty()) {
            work.on(List.copyOf(waiting.values()));
            waiting.clear();
            characters = 0;
        }
    }

    private static int length(@Nullable Json content) {
        return content == null ? 0 : content.text().length();
    }
}
