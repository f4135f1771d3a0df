package sessions.bootstrap.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.persistence.StoreSettings;
import sessions.shell.Setting;

/** The options that select the store. */
public final class StoreOptions {

    @Setting
    @Option(names = "--store", paramLabel = "URL", defaultValue = "jdbc:h2:file:./data/sessions", description = {
            "Store URL: jdbc:h2:file:PATH,", "jdbc:h2:mem:NAME, file:PATH, memory:,",
            "jdbc:postgresql://HOST/DATABASE or", "mongodb://HOST/DATABASE", "(default: ${DEFAULT-VALUE})."})
    private String url = "";

    @Setting
    @Option(names = "--store-user", paramLabel = "NAME", description = "Database user.")
    private @Nullable String user;

    @Setting(secret = true)
    @Option(names = "--store-password", paramLabel = "PASSWORD",
            description = "Database password. Prefer SESSIONS_STORE_PASSWORD: other users can see options in ps.")
    private @Nullable String password;

    public StoreSettings settings() {
        return new StoreSettings(url, user, password);
    }
}
