package sessions.testkit.log;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test where a line of a log showed a secret by its end. Lines of threads and processes that outlive their test are
 * laid at the next one's door, those after the last one at that of the whole run.
 */
public final class NoLogShowsSecrets implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace OF_THE_RUN = ExtensionContext.Namespace
            .create(NoLogShowsSecrets.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        WatchedLog.begin();
        AutoCloseable end = SecretLeaks::failIfAny;
        context.getRoot().getStore(OF_THE_RUN).put(AutoCloseable.class, end);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        SecretLeaks.failIfAny();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SecretLeaks.failIfAny();
    }
}
