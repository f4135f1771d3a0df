package sessions.bootstrap.contract;

import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import sessions.bootstrap.ServiceFixture;
import sessions.domain.Role;

/** With keys configured, who has that of an administrator is answered as if there were none. */
@ParameterizedClass
@EnumSource(value = TestedStore.class, names = "MEMORY")
class RecordedExchangesWithKeyTest extends RecordedExchangesTest {

    @Override
    ServiceFixture started(String storeUrl) {
        TestKeys keys = new TestKeys();
        return ServiceFixture.start(storeUrl, InstantSource.system(), keys.ring(), keys.of(Role.ADMIN));
    }
}
