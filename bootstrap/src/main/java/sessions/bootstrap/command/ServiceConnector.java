package sessions.bootstrap.command;

import java.time.InstantSource;
import java.util.function.ToIntFunction;
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
        ClientSettings settings = ClientSettings.of(remote.url().toString()).withApiKey(remote.apiKey())
                .withRequestTimeout(remote.timeout());
        try (SessionsHttpClientV1 client = new SessionsHttpClientV1(settings)) {
            Logging.setLevelForCommand(root.logLevel());
            return work.applyAsInt(client.ports());
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
