package sessions.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sessions.testkit.server.TestCertificate;

class TlsIdentityTest {

    @TempDir
    private static Path folder;

    private static TestCertificate ours;
    private static TestCertificate other;

    @BeforeAll
    static void makeCertificates() {
        ours = TestCertificate.create(folder, "ours", "EC");
        other = TestCertificate.create(folder, "other", "EC");
    }

    @Test
    void holdsKeyAndClientAuthorities() throws IOException {
        assertThat(identity(ours.certificatePem(), ours.keyPem()).clientAuthorities()).isNull();
        assertThat(TlsIdentity.of(new TlsSettings(ours.certificatePem(), ours.keyPem(), null, other.certificatePem()))
                .clientAuthorities()).isNotNull();
    }

    @Test
    void rejectsTheKeyOfAnotherCertificate() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> identity(ours.certificatePem(), other.keyPem()))
                .withMessage("The TLS key does not belong to the first certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n"})
    void rejectsInvalidPem(String text) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> identity(text, ours.keyPem()))
                .withMessageStartingWith("The TLS certificate ").withMessageContaining("must be in PEM");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> identity(ours.certificatePem(), text))
                .withMessageStartingWith("The TLS key ").withMessageContaining("must be in PEM");
    }

    @Test
    void settingsDoNotShowTheKey() {
        assertThat(new TlsSettings(ours.certificatePem(), ours.keyPem(), null, null).toString()).doesNotContain("KEY");
    }

    private static TlsIdentity identity(String certificate, String key) throws IOException {
        return TlsIdentity.of(new TlsSettings(certificate, key, null, null));
    }
}
