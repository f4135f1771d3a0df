package sessions.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates of the authorities that a client trusts. */
final class TrustedAuthorities {

    private TrustedAuthorities() {
    }

    /**
     * Reads certificates in PEM.
     *
     * @throws IllegalArgumentException if the text contains anything else, or no certificate
     */
    static List<Certificate> parse(String pem) {
        try {
            List<Certificate> certificates = List.copyOf(CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            if (!certificates.isEmpty()) {
                return certificates;
            }
        } catch (CertificateException malformed) {
            throw new IllegalArgumentException("the authorities must be certificates in PEM", malformed);
        }
        throw new IllegalArgumentException("the authorities must be at least one certificate in PEM");
    }

    /** Returns a context that trusts only certificates which these authorities have issued. */
    static SSLContext context(List<Certificate> authorities) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                trusted.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException unavailable) {
            throw new IllegalStateException("TLS is not available", unavailable);
        }
    }
}
