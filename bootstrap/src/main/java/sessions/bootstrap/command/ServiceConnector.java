package sessions.bootstrap.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import sessions.bootstrap.configuration.TextFile;
import sessions.bootstrap.logging.Logging;
import sessions.bootstrap.options.DirectOptions;
import sessions.bootstrap.store.StoreAccess;
import sessions.client.ClientSettings;
import sessions.client.SessionsHttpClientV1;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ServiceSource;
import sessions.shell.ServiceTarget;

/** Connects admin commands to a running service over HTTP, or to a service directly on the configured store. */
public record ServiceConnector(SessionsCommand root, DirectOptions direct) implements ServiceSource {

    private static final String TLS_CA = "--tls-ca";

    @Override
    public int with(ServiceTarget connection, ToIntFunction<DrivingPorts> work) {
        Logging.suppress();
        try (InterruptNotice _ = InterruptNotice.printingTo(root.err())) {
            return switch (connection) {
                case ServiceTarget.Remote remote -> remotely(remote, work);
                case ServiceTarget.Direct() -> directly(work);
            };
        }
    }

    private int remotely(ServiceTarget.Remote remote, ToIntFunction<DrivingPorts> work) {
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings(remote))) {
            Logging.setLevelForCommand(root.logLevel());
            return work.applyAsInt(client.ports());
        }
    }

    private static ClientSettings settings(ServiceTarget.Remote remote) {
        ClientSettings settings = ClientSettings.of(remote.url().toString()).withApiKey(remote.apiKey())
                .withRequestTimeout(remote.timeout());
        return remote.authorities() == null ? settings : trusting(settings, remote.authorities());
    }

    /** @throws UncheckedIOException if the file cannot be read or contains anything but certificates */
    private static ClientSettings trusting(ClientSettings settings, Path authorities) {
        try {
            return settings.withAuthorities(TextFile.read(authorities, TLS_CA));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new UncheckedIOException(TLS_CA + ": " + authorities + " must contain certificates in PEM",
                    new IOException(malformed));
        }
    }

    private int directly(ToIntFunction<DrivingPorts> work) {
        try (DirectService service = StoreAccess.withAdvice(direct.store(),
                "omit --direct to use the running service, or stop it",
                () -> DirectService.open(direct.store(), direct.expiry().policy(), InstantSource.system()))) {
            Logging.setLevelForCommand(root.logLevel());
            return work.applyAsInt(service.ports());
        }
    }
}
