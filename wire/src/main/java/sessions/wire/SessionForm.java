package sessions.wire;

import java.util.Optional;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;

/** How a command answers sessions. */
enum SessionForm {

    /** With the contract's keys and no others. */
    CONTRACT {
        @Override
        String of(SessionV1 session) {
            return SessionJson.of(session);
        }

        @Override
        Answer answer(SessionPage page) {
            return new Answer(SessionJson.of(page), null);
        }
    },

    /** As resources, whole: with version, and with the expiry while they are active. */
    EXTENDED {
        @Override
        String of(SessionV1 session) {
            return ResourceJson.of(session);
        }

        @Override
        Answer answer(SessionPage page) {
            return new Answer(ResourceJson.of(page), null);
        }
    };

    /** The argument by which callers choose. */
    static final String EXTENDED_FLAG = "extended";

    static SessionForm chosenBy(ArgumentReader arguments) {
        return arguments.flag(EXTENDED_FLAG) ? EXTENDED : CONTRACT;
    }

    abstract String of(SessionV1 session);

    abstract Answer answer(SessionPage page);

    Answer answer(SessionV1 session) {
        return new Answer(of(session), session.version());
    }

    Answer answer(Optional<SessionV1> session) {
        return session.map(this::answer).orElse(Answer.NONE);
    }
}
