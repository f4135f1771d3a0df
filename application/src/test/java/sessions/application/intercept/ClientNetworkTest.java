package sessions.application.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1,[2001:db8:1:2:ffff::9]", "2001:db8:1:2::,2001:DB8:1:2:0:0:0:8",
            "fe80::1%eth0,fe80::2"})
    void addressesOfOneNetworkAreEqual(String address, String other) {
        assertThat(ClientNetwork.of(address)).isEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2::1,2001:db8:1:3::1", "192.0.2.1,192.0.2.2", "::1,2001:db8::1"})
    void addressesOfDifferentNetworksDiffer(String address, String other) {
        assertThat(ClientNetwork.of(address)).isNotEqualTo(ClientNetwork.of(other));
    }

    @ParameterizedTest
    @CsvSource({"::ffff:192.0.2.1,192.0.2.1", "192.0.2.1,192.0.2.1"})
    void ipv4AddressIsUnchanged(String address, String same) {
        assertThat(ClientNetwork.of(address)).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unix:/run/x", "a:b", "host"})
    void otherTextsAreUnchanged(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo(text);
    }
}
