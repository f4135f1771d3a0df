package sessions.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import sessions.domain.ISessionsV1;
import sessions.domain.Json;
import sessions.domain.Paging;
import sessions.domain.SessionFilter;
import sessions.domain.SessionOpening;
import sessions.domain.SessionText;

/** The eight commands of the contract by name, each from JSON arguments to a JSON answer. */
public final class SessionCommands {

    private final ISessionsV1 sessions;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    public SessionCommands(ISessionsV1 sessions) {
        this.sessions = sessions;
        commands.put("get_sessions", this::getSessions);
        commands.put("get_session_by_id", this::getSessionById);
        commands.put("open_session", this::openSession);
        commands.put("store_session_data", this::storeSessionData);
        commands.put("update_session_user", this::updateSessionUser);
        commands.put("close_session", this::closeSession);
        commands.put("close_expired_sessions", this::closeExpiredSessions);
        commands.put("delete_session_by_id", this::deleteSessionById);
    }

    private interface Command {
        Answer execute(String correlationId, ArgumentReader arguments);
    }

    /** The names, in the contract's order. */
    public Set<String> names() {
        return commands.keySet();
    }

    /**
     * Executes a command.
     *
     * @param name one of {@link #names()}
     * @param arguments a JSON object in UTF-8, or nothing for no arguments
     * @throws sessions.domain.SessionsException where the command is refused or fails
     */
    public Answer execute(String name, String correlationId, byte[] arguments) {
        Command command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("there is no command " + name);
        }
        return command.execute(correlationId, new ArgumentReader(Arguments.parse(Utf8.decode(arguments))));
    }

    private Answer getSessions(String correlationId, ArgumentReader arguments) {
        SessionFilter filter = FilterReader.read(arguments.object("filter"));
        Paging paging = PagingReader.read(arguments.object("paging"));
        arguments.throwIfInvalid();
        return new Answer(SessionJson.of(sessions.getSessions(correlationId, filter, paging)), null);
    }

    private Answer getSessionById(String correlationId, ArgumentReader arguments) {
        return Answer.of(sessions.getSessionById(correlationId, sessionId(arguments)));
    }

    private Answer openSession(String correlationId, ArgumentReader arguments) {
        String userId = arguments.requiredText(SessionText.USER_ID);
        String userName = arguments.text(SessionText.USER_NAME);
        String address = arguments.text(SessionText.ADDRESS);
        String client = arguments.text(SessionText.CLIENT);
        Json user = arguments.json("user");
        Json data = arguments.json("data");
        arguments.throwIfInvalid();
        SessionOpening opening = new SessionOpening(userId, userName, address, client, user, data);
        return Answer.of(sessions.openSession(correlationId, opening));
    }

    private Answer storeSessionData(String correlationId, ArgumentReader arguments) {
        String sessionId = arguments.requiredText("session_id");
        Json data = arguments.requiredJson("data");
        arguments.throwIfInvalid();
        return Answer.of(sessions.storeSessionData(correlationId, sessionId, data));
    }

    private Answer updateSessionUser(String correlationId, ArgumentReader arguments) {
        String sessionId = arguments.requiredText("session_id");
        Json user = arguments.requiredJson("user");
        arguments.throwIfInvalid();
        return Answer.of(sessions.updateSessionUser(correlationId, sessionId, user));
    }

    private Answer closeSession(String correlationId, ArgumentReader arguments) {
        return Answer.of(sessions.closeSession(correlationId, sessionId(arguments)));
    }

    private Answer closeExpiredSessions(String correlationId, ArgumentReader arguments) {
        sessions.closeExpiredSessions(correlationId);
        return Answer.NONE;
    }

    private Answer deleteSessionById(String correlationId, ArgumentReader arguments) {
        return Answer.of(sessions.deleteSessionById(correlationId, sessionId(arguments)));
    }

    private static String sessionId(ArgumentReader arguments) {
        String sessionId = arguments.requiredText("session_id");
        arguments.throwIfInvalid();
        return sessionId;
    }
}
