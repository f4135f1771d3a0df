package sessions.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Generates the manual pages in AsciiDoc from the commands. The profile {@code man} runs this. */
final class ManPages {

    private static final boolean[] QUIET = {};

    private ManPages() {
    }

    /** Takes one argument: the target folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        CommandSpec root = Main.commandLine(Map.of()).getCommandSpec();
        int status = ManPageGenerator.generateManPage(folder.toFile(), null, QUIET, false, root);
        if (status != 0) {
            throw new IOException("cannot write the manual pages: status " + status);
        }
    }
}
