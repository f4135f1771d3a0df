package sessions.persistence.jdbi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import sessions.domain.port.driven.SessionStore;

/** A store that records the statements that it sends, so that tests need not repeat them. */
public final class RecordedStore implements AutoCloseable {

    /** A statement with named parameters, and their values. */
    public record Statement(String sql, Map<String, Argument> values) {

        public Statement withPrefix(String prefix) {
            return new Statement(prefix + " " + sql, values);
        }
    }

    private final SqlDatabase database;
    private final SessionStore store;
    private final List<Statement> statements = new CopyOnWriteArrayList<>();

    private RecordedStore(SqlDatabase database) {
        this.database = database;
        this.store = new JdbiSessionStore(database);
        database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.add(statement(context));
            }
        });
    }

    public static RecordedStore open(String url) {
        return new RecordedStore(SqlStores.database(url));
    }

    public SessionStore store() {
        return store;
    }

    /** Runs a command and returns its statements. */
    public List<Statement> statements(Consumer<SessionStore> command) {
        statements.clear();
        command.accept(store);
        return List.copyOf(statements);
    }

    /** Returns the rows of a statement, one text column each, as one line in lower case. */
    public String text(Statement statement) {
        return database.jdbi().withHandle(handle -> {
            var query = handle.createQuery(statement.sql());
            statement.values().forEach(query::bind);
            return String.join(" ", query.mapTo(String.class).list()).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        });
    }

    @Override
    public void close() {
        store.close();
    }

    @SuppressWarnings("removal") // JDBI offers no other access to bound values
    private static Statement statement(StatementContext context) {
        Map<String, Argument> values = new TreeMap<>();
        for (String name : context.getParsedSql().getParameters().getParameterNames()) {
            values.put(name, context.getBinding().findForName(name, context).orElseThrow());
        }
        return new Statement(context.getRenderedSql(), values);
    }
}
