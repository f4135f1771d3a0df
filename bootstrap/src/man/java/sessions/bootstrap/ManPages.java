package sessions.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes the text of the manual pages, in AsciiDoc, from the commands themselves. Run by the profile {@code man}. */
final class ManPages {

    private static final boolean[] QUIET = {};

    private ManPages() {
    }

    /** Writes them to the folder that is the one argument. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        CommandSpec root = Main.commandLine(Map.of()).getCommandSpec();
        int status = ManPageGenerator.generateManPage(folder.toFile(), null, QUIET, false, root);
        if (status != 0) {
            throw new IOException("cannot write the manual pages: status " + status);
        }
    }
}
