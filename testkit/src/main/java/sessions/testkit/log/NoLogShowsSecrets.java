package sessions.testkit.log;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test if a log line contains a secret when the test ends. Lines from threads and processes that outlive their
 * test fail the next test; lines after the last test fail the whole run.
 */
public final class NoLogShowsSecrets implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace
            .create(NoLogShowsSecrets.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        WatchedLog.begin();
        AutoCloseable end = SecretLeaks::failIfAny;
        context.getRoot().getStore(NAMESPACE).put(AutoCloseable.class, end);
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
