package sessions.cli.command;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;
import sessions.wire.session.SessionJson;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "ping", mixinStandardHelpOptions = true,
        description = "Check that the service responds, and how fast. Does not access the store.")
public final class PingCommand extends ServiceCommand {

    private static final JsonMapper JSON = new JsonMapper();

    private static final View<Pong> VIEW = View.of(
            List.of(Column.of("time", Pong::time), Column.of("milliseconds", Pong::milliseconds)),
            JSON::writeValueAsString);

    @Mixin
    private OutputOptions output = new OutputOptions();

    public PingCommand(Shell shell) {
        super(shell);
    }

    /**
     * The response to a ping.
     *
     * @param time the service's time, in the contract's format
     * @param milliseconds the duration of the call
     */
    record Pong(String time, long milliseconds) {
    }

    @Override
    int run(DrivingPorts ports) {
        long start = System.nanoTime();
        String time = SessionJson.time(ports.monitoring().heartbeat(correlationId()));
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        output.printItem(new Pong(time, took), VIEW, out(), shell());
        return ExitCode.OK;
    }
}
