package sessions.bootstrap.contract;

import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.access.Role;

/** With API keys configured, a caller with an admin key gets the same responses as without keys. */
class RecordedExchangesWithKeyTest {

    private final TestKeys keys = new TestKeys();
    private final ServiceFixture service = ServiceFixture.start("memory:", InstantSource.system(), keys.ring(),
            keys.of(Role.ADMIN));

    @AfterEach
    void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> responseIsAsRecorded() {
        return new ExchangeReplay(service.calls()).all();
    }
}
