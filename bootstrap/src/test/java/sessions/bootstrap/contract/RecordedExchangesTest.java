package sessions.bootstrap.contract;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every exchange recorded with the original service gets the same responses. */
class RecordedExchangesTest extends HttpTestCase {

    @TestFactory
    Stream<DynamicTest> responseIsAsRecorded() {
        return new ExchangeReplay(calls()).all();
    }
}
