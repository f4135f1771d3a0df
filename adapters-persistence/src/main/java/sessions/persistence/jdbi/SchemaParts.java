package sessions.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import sessions.persistence.SchemaPart;
import sessions.persistence.StoreSettings;

/** Reads the state of a database's migrations. Changes nothing and creates no database. */
public final class SchemaParts {

    private SchemaParts() {
    }

    /** Returns the migrations, oldest first. */
    public static List<SchemaPart> of(SqlDialect dialect, String url, StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        dialect.configure(config, dialect.readOnly(url));
        DataSource database = new DriverDataSource(config.getJdbcUrl(), null, config.getDataSourceProperties(),
                settings.user(), settings.password());
        try {
            return of(Schema.flyway(database, dialect));
        } catch (RuntimeException failed) {
            throw SqlErrors.translated("read the state of its schema", SqlDatabase.explained(dialect, failed));
        }
    }

    static List<SchemaPart> of(Flyway flyway) {
        // Entries without a version are for the history table itself (H2) and the schema.
        return Stream.of(flyway.info().all()).filter(migration -> migration.getVersion() != null)
                .sorted(Comparator.comparing(MigrationInfo::getVersion)).map(SchemaParts::part).toList();
    }

    private static SchemaPart part(MigrationInfo migration) {
        return new SchemaPart(migration.getVersion().getVersion(),
                Objects.requireNonNullElse(migration.getDescription(), ""), state(migration));
    }

    private static SchemaPart.State state(MigrationInfo migration) {
        MigrationState state = migration.getState();
        return switch (state) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> SchemaPart.State.NEWER;
            default -> {
                if (!state.isResolved()) {
                    yield SchemaPart.State.CHANGED;
                }
                if (state.isFailed()) {
                    yield SchemaPart.State.FAILED;
                }
                if (!state.isApplied()) {
                    yield SchemaPart.State.PENDING;
                }
                yield migration.isChecksumMatching() ? SchemaPart.State.APPLIED : SchemaPart.State.CHANGED;
            }
        };
    }
}
