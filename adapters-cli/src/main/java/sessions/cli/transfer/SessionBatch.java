package sessions.cli.transfer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sessions.domain.model.Json;
import sessions.domain.model.SessionId;
import sessions.domain.model.SessionV1;

/** Collects sessions into batches of limited number and size. */
final class SessionBatch {

    private static final int MAX_SESSIONS = 500;
    private static final int MAX_CHARACTERS = 4 << 20;

    private final Work work;
    private final Map<SessionId, SessionV1> buffered = new LinkedHashMap<>();
    private int characters;

    SessionBatch(Work work) {
        this.work = work;
    }

    /** Processes a batch; its sessions have different ids. */
    interface Work {
        void process(List<SessionV1> sessions) throws IOException;
    }

    void add(SessionV1 session) throws IOException {
        if (buffered.containsKey(session.id())) {
            flush();
        }
        buffered.put(session.id(), session);
        characters += length(session.user()) + length(session.data());
        if (buffered.size() == MAX_SESSIONS || characters >= MAX_CHARACTERS) {
            flush();
        }
    }

    /** Processes the remaining sessions. */
    void flush() throws IOException {
        if (!buffered.isEmpty()) {
            work.process(List.copyOf(buffered.values()));
            buffered.clear();
            characters = 0;
        }
    }

    private static int length(@Nullable Json content) {
        return content == null ? 0 : content.text().length();
    }
}
