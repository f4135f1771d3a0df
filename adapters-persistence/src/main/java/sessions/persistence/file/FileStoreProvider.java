package sessions.persistence.file;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sessions.domain.error.NotSupportedException;
import sessions.domain.model.ExpiryPolicy;
import sessions.domain.port.driven.SessionStore;
import sessions.domain.telemetry.PoolMetrics;
import sessions.persistence.StoreDescription;
import sessions.persistence.StoreProvider;
import sessions.persistence.StoreSettings;

/** Provides {@link FileSessionStore}. */
public final class FileStoreProvider implements StoreProvider {

    private static final Pattern URL = Pattern.compile("file:(~/)?([^;?\\x00]*[^;?\\x00/])");

    @Override
    public boolean accepts(String url) {
        return URL.matcher(url).matches();
    }

    @Override
    public List<String> urlForms() {
        return List.of("file:PATH");
    }

    @Override
    public StoreDescription describe(StoreSettings store) {
        return new StoreDescription("file", "one JSON file, for small use", false, path(store.url()));
    }

    @Override
    public SessionStore open(StoreSettings store, ExpiryPolicy expiry, PoolMetrics metrics) {
        return FileSessionStore.open(path(store.url()), store.mustExist(), expiry);
    }

    @Override
    public long restore(StoreSettings store, Path archive) {
        throw new NotSupportedException("To restore a flat-file store, copy the file into place");
    }

    @Override
    public boolean isInUse(Throwable cause) {
        return cause instanceof FileInUseException;
    }

    static Path path(String url) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the URL of a file");
        }
        Path path = Path.of(parts.group(2));
        return parts.group(1) == null ? path : Path.of(System.getProperty("user.home")).resolve(path);
    }
}
