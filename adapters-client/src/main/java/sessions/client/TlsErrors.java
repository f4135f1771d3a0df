package sessions.client;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Descriptions of TLS errors that only a change of the settings can mend. */
final class TlsErrors {

    /** The messages of the JDK for a response that is not TLS. */
    private static final Pattern PLAINTEXT = Pattern.compile("(?i)unrecognized SSL message|plaintext connection");

    /** The beginning of a TLS alert, which the JDK quotes in its message about a response that is not HTTP. */
    private static final String ALERT = "\u0015\u0003";

    private TlsErrors() {
    }

    /** Returns what is wrong with TLS; empty if the fault has another reason. */
    static Optional<String> problem(@Nullable Throwable fault) {
        return causes(fault).flatMap(cause -> describe(cause).stream()).reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(@Nullable Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, cause -> cause.getCause());
    }

    private static Optional<String> describe(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CertificateExpiredException expired -> notTrusted("it has expired");
            case CertificateNotYetValidException early -> notTrusted("it is not valid yet");
            case CertPathBuilderException unknown -> notTrusted("no trusted authority has issued it");
            case CertificateException other -> notTrusted(NetworkErrors.message(other));
            case SSLException tls when PLAINTEXT.matcher(message).find() ->
                Optional.of("this port does not speak TLS: use http://");
            default -> message.contains(ALERT) ? Optional.of("this port speaks TLS: use https://") : Optional.empty();
        };
    }

    private static Optional<String> notTrusted(String reason) {
        return Optional.of("certificate not trusted: " + reason);
    }
}
