package sessions.cli.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sessions.cli.option.OutputOptions;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;
import sessions.wire.service.StatusJson;

@Command(name = "status", mixinStandardHelpOptions = true,
        description = "Print the service's name, components and uptime.")
public final class StatusCommand extends ServiceCommand {

    private static final View<StatusJson> VIEW = View.of(List.of(Column.of("id", StatusJson::id),
            Column.of("name", StatusJson::name), Column.of("description", StatusJson::description),
            Column.of("start_time", StatusJson::startTime), Column.of("current_time", StatusJson::currentTime),
            Column.of("uptime", StatusJson::uptime),
            Column.of("components", status -> String.join(" ", status.components()))), StatusJson::toJson);

    @Mixin
    private OutputOptions output = new OutputOptions();

    public StatusCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        output.printItem(StatusJson.of(ports.monitoring().status(correlationId())), VIEW, out(), shell());
        return ExitCode.OK;
    }
}
