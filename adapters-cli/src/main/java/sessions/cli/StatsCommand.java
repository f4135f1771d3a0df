package sessions.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driving.DrivingPorts;
import sessions.wire.service.StatisticsJson;

@Command(name = "stats", mixinStandardHelpOptions = true,
        description = "Print how many sessions are active, and how many were opened and closed in each of the last hours.")
final class StatsCommand extends AdminCommand {

    @Option(names = "--hours", paramLabel = "N", defaultValue = "24", converter = PositiveConverter.class,
            description = "How many hours, the present one included; up to 168 (default: ${DEFAULT-VALUE}).")
    private int hours;

    @Mixin
    private OutputOptions output = new OutputOptions();

    StatsCommand(Shell shell) {
        super(shell);
    }

    @Override
    int run(DrivingPorts ports) {
        SessionStatistics statistics = ports.admin().statistics(correlationId(), hours);
        Page page = output.page(out(), shell());
        switch (output.ofOne(shell().terminal())) {
            case TABLE, WIDE -> HourChart.of(statistics).print(page);
            case JSON, JSONL -> page.line(StatisticsJson.of(statistics));
            case YAML -> new YamlPrinter<>(StatisticsJson::of, page, true).print(statistics);
            case CSV -> printHours(statistics, page);
        }
        out().flush();
        return ExitCode.OK;
    }

    private static void printHours(SessionStatistics statistics, Page page) {
        Printer<SessionStatistics.Hour> printer = new CsvPrinter<>(HourChart.EXACT, page);
        statistics.hours().forEach(printer::print);
        printer.end();
    }
}
