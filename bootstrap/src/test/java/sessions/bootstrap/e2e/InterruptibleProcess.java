package sessions.bootstrap.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts processes that can be interrupted as by Ctrl-C, even if these tests run in the background. */
final class InterruptibleProcess {

    private InterruptibleProcess() {
    }

    /** A shell could not do this, because its children inherit that interrupts are ignored. */
    static Process start(Launcher launcher, String... arguments) {
        List<String> perl = new ArrayList<>(
                List.of("-e", "$SIG{INT} = 'DEFAULT'; exec @ARGV", launcher.script().toString()));
        perl.addAll(List.of(arguments));
        return new Launcher(Path.of("perl"), launcher.folder(), launcher.environment())
                .start(perl.toArray(String[]::new));
    }

    static void interrupt(Process process) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill ended with " + status);
        }
    }
}
