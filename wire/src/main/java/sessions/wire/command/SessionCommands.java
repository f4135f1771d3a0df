package sessions.wire.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import sessions.domain.model.IdempotencyKey;
import sessions.domain.model.Json;
import sessions.domain.model.Paging;
import sessions.domain.model.SessionFilter;
import sessions.domain.model.SessionOpening;
import sessions.domain.port.driving.ISessionsV1;
import sessions.domain.port.driving.SessionResources;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.Utf8;
import sessions.wire.session.OpeningJson;

/** The eight commands of the contract by name, with arguments and results in JSON. */
public final class SessionCommands {

    static final String SESSION_ID = "session_id";
    static final String VERSION = "version";
    static final String REQUEST_ID = "request_id";

    private final ISessionsV1 sessions;
    private final SessionResources resources;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    /**
     * Creates the commands of a service.
     *
     * @param sessions lists sessions, reads one, and closes expired ones
     * @param resources opens, changes, closes and deletes one session, with versions and request ids
     */
    public SessionCommands(ISessionsV1 sessions, SessionResources resources) {
        this.sessions = sessions;
        this.resources = resources;
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
        CommandResult execute(String correlationId, ArgumentReader arguments, SessionForm form);
    }

    /** Returns the names, in the contract's order. */
    public Set<String> names() {
        return commands.keySet();
    }

    /**
     * Executes a command.
     *
     * @param name one of {@link #names()}
     * @param arguments a JSON object in UTF-8, or empty for no arguments
     * @throws sessions.domain.error.SessionsException if the command is rejected or fails
     */
    public CommandResult execute(String name, String correlationId, byte[] arguments) {
        return execute(name, correlationId, JsonMembers.parse(Utf8.decode(arguments)));
    }

    /** Executes a command whose arguments are members of a message. */
    public CommandResult execute(String name, String correlationId, MessageMembers arguments) {
        return execute(name, correlationId, arguments.arguments());
    }

    private CommandResult execute(String name, String correlationId, JsonMembers arguments) {
        Command command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("there is no command " + name);
        }
        ArgumentReader reader = new ArgumentReader(arguments);
        return command.execute(correlationId, reader, SessionForm.chosenBy(reader));
    }

    private CommandResult getSessions(String correlationId, ArgumentReader arguments, SessionForm form) {
        SessionFilter filter = FilterArguments.read(arguments.object("filter"));
        Paging paging = PagingArguments.read(arguments.object("paging"));
        arguments.throwIfInvalid();
        return form.answer(sessions.getSessions(correlationId, filter, paging));
    }

    private CommandResult getSessionById(String correlationId, ArgumentReader arguments, SessionForm form) {
        String sessionId = arguments.requiredText(SESSION_ID);
        arguments.throwIfInvalid();
        return form.answer(sessions.getSessionById(correlationId, sessionId));
    }

    private CommandResult openSession(String correlationId, ArgumentReader arguments, SessionForm form) {
        Supplier<SessionOpening> opening = OpeningJson.read(arguments);
        IdempotencyKey requestId = arguments.idempotencyKey(REQUEST_ID);
        arguments.throwIfInvalid();
        return form.answer(resources.openSession(correlationId, opening.get(), requestId));
    }

    private CommandResult storeSessionData(String correlationId, ArgumentReader arguments, SessionForm form) {
        String sessionId = arguments.requiredText(SESSION_ID);
        Json data = arguments.requiredJson("data");
        Long version = arguments.version(VERSION);
        arguments.throwIfInvalid();
        return form.answer(resources.storeData(correlationId, sessionId, data, version));
    }

    private CommandResult updateSessionUser(String correlationId, ArgumentReader arguments, SessionForm form) {
        String sessionId = arguments.requiredText(SESSION_ID);
        Json user = arguments.requiredJson("user");
        Long version = arguments.version(VERSION);
        arguments.throwIfInvalid();
        return form.answer(resources.updateUser(correlationId, sessionId, user, version));
    }

    private CommandResult closeSession(String correlationId, ArgumentReader arguments, SessionForm form) {
        String sessionId = arguments.requiredText(SESSION_ID);
        Long version = arguments.version(VERSION);
        arguments.throwIfInvalid();
        return form.answer(resources.close(correlationId, sessionId, version));
    }

    private CommandResult closeExpiredSessions(String correlationId, ArgumentReader arguments, SessionForm form) {
        sessions.closeExpiredSessions(correlationId);
        return CommandResult.NONE;
    }

    private CommandResult deleteSessionById(String correlationId, ArgumentReader arguments, SessionForm form) {
        String sessionId = arguments.requiredText(SESSION_ID);
        Long version = arguments.version(VERSION);
        arguments.throwIfInvalid();
        return form.answer(resources.delete(correlationId, sessionId, version));
    }
}
