package sessions.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sessions.domain.SessionV1;

@Command(name = "export", mixinStandardHelpOptions = true, description = {
        "Write all sessions of a store to a file, as JSON Lines; compressed where its name ends in .gz.",
        "An export that was cut off goes on where it was. Sessions that are opened or changed meanwhile may be missing or old:"
                + " for an exact copy, stop the service."})
final class ExportCommand extends TransferCommand {

    @Parameters(paramLabel = "FILE", description = "The file; only you may read it, because session ids are secrets.")
    private Path file = Path.of("");

    @Option(names = "--force", description = "Replace the file where there is one.")
    private boolean force;

    ExportCommand(Shell shell) {
        super(shell);
    }

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file) && !force) {
            throw refused(file + " is there already; --force replaces it");
        }
        return shell().stores().with(null, false, this::run);
    }

    private int run(OpenStore store) throws IOException {
        TransferReport report = write(store);
        if (!isVerified()) {
            print(report);
            return ExitCode.OK;
        }
        Verification.Result result = verified(file, store);
        print(report.with(result));
        return judge(result, 0);
    }

    private TransferReport write(OpenStore store) throws IOException {
        try (ExportFile export = ExportFile.open(file, store.name());
                Progress progress = progress("Export", store.sessions().count())) {
            long before = export.sessions();
            if (before > 0) {
                say("goes on after " + Counts.sessions(before));
                progress.advance(before);
            }
            StoreWalk.run(store.sessions(), export.last(), part -> {
                for (SessionV1 session : part) {
                    export.write(session);
                }
                progress.advance(part.size());
            });
            export.complete();
            return TransferReport.of("exported", export.sessions()).with("resumed_after", before);
        }
    }
}
