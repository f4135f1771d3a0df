package sessions.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sessions.cli.option.OutputOptions;
import sessions.cli.option.PositiveConverter;
import sessions.cli.output.CsvPrinter;
import sessions.cli.output.HourChart;
import sessions.cli.output.PrintTarget;
import sessions.cli.output.Printer;
import sessions.cli.output.YamlPrinter;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driving.DrivingPorts;
import sessions.shell.ExitCode;
import sessions.shell.Shell;
import sessions.wire.service.StatisticsJson;

@Command(name = "stats", mixinStandardHelpOptions = true,
        description = "Print the number of active sessions, and how many were opened and closed in each hour.")
public final class StatsCommand extends ServiceCommand {

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", converter = PositiveConverter.class,
            description = "Number of hours, including the current one; at most 168 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public StatsCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        SessionStatistics statistics = ports.admin().statistics(correlationId(), hours);
        PrintTarget target = output.target(out(), shell());
        switch (output.itemFormat(shell().terminal())) {
            case TABLE, WIDE -> HourChart.of(statistics).print(target);
            case JSON, JSONL -> target.line(StatisticsJson.of(statistics));
            case YAML -> new YamlPrinter<>(StatisticsJson::of, target, true).print(statistics);
            case CSV -> printHours(statistics, target);
        }
        out().flush();
        return ExitCode.OK;
    }

    private static void printHours(SessionStatistics statistics, PrintTarget target) {
        Printer<SessionStatistics.Hour> printer = new CsvPrinter<>(HourChart.EXACT, target);
        statistics.hours().forEach(printer::print);
        printer.end();
    }
}
