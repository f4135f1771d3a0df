package sessions.wire.command;

import java.util.Optional;
import sessions.domain.model.SessionPage;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ArgumentReader;
import sessions.wire.resource.ResourceJson;
import sessions.wire.session.SessionJson;

/** The form of sessions in command results. */
enum SessionForm {

    /** Only the contract's keys. */
    CONTRACT {
        @Override
        String of(SessionV1 session) {
            return SessionJson.of(session);
        }

        @Override
        CommandResult answer(SessionPage page) {
            return new CommandResult(SessionJson.of(page), null);
        }
    },

    /** The form of the resource API: also with version, and with expiry while active. */
    EXTENDED {
        @Override
        String of(SessionV1 session) {
            return ResourceJson.of(session);
        }

        @Override
        CommandResult answer(SessionPage page) {
            return new CommandResult(ResourceJson.of(page), null);
        }
    };

    /** The argument that selects the form. */
    static final String EXTENDED_FLAG = "extended";

    static SessionForm chosenBy(ArgumentReader arguments) {
        return arguments.flag(EXTENDED_FLAG) ? EXTENDED : CONTRACT;
    }

    abstract String of(SessionV1 session);

    abstract CommandResult answer(SessionPage page);

    CommandResult answer(Optional<SessionV1> found) {
        return found.map(session -> new CommandResult(of(session), session.version())).orElse(CommandResult.NONE);
    }
}
