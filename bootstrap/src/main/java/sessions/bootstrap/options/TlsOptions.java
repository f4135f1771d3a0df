package sessions.bootstrap.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import sessions.bootstrap.configuration.TextFile;
import sessions.shell.Setting;
import sessions.transport.TlsSettings;

/** The options for TLS. */
public final class TlsOptions {

    @Setting
    @Option(names = "--tls-certificate", paramLabel = "FILE",
            description = "Server certificate with its chain, in PEM (default: no TLS).")
    private @Nullable Path certificate;

    @Setting(secretFile = true)
    @Option(names = "--tls-key", paramLabel = "FILE", description = "Private key of the certificate, in PEM.")
    private @Nullable Path key;

    @Setting(secret = true)
    @Option(names = "--tls-key-password", paramLabel = "PASSWORD",
            description = "Password of the private key. Prefer SESSIONS_TLS_KEY_PASSWORD: other users can see options"
                    + " in ps.")
    private @Nullable String keyPassword;

    @Setting
    @Option(names = "--tls-client-ca", paramLabel = "FILE", description = {
            "CA certificates, in PEM; callers must present a certificate issued by one of them",
            "(default: callers need no certificate)."})
    private @Nullable Path clientAuthorities;

    public boolean isOn() {
        return certificate != null && key != null;
    }

    /** Returns the problems of the values, as messages for the operator. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (certificate == null && (key != null || clientAuthorities != null)) {
            problems.add("--tls-certificate must be given too");
        }
        if (key == null && (certificate != null || clientAuthorities != null)) {
            problems.add("--tls-key must be given too");
        }
        return problems;
    }

    /**
     * Reads the files, or returns null if TLS is off.
     *
     * @throws IOException if a file cannot be read; the message contains the option and the file
     */
    public @Nullable TlsSettings read() throws IOException {
        if (certificate == null || key == null) {
            return null;
        }
        return new TlsSettings(TextFile.read(certificate, "--tls-certificate"), TextFile.read(key, "--tls-key"),
                keyPassword,
                clientAuthorities == null ? null : TextFile.read(clientAuthorities, "--tls-client-ca"));
    }
}
