package sessions.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import sessions.shell.ExitCode;
import sessions.shell.TerminalText;

@Command(name = "completion", mixinStandardHelpOptions = true,
        description = {"Print a shell completion script.", "To load it: source <(sessions completion bash)"})
public final class CompletionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.", converter = ShellName.class,
            completionCandidates = ShellName.Labels.class)
    private String shell = "";

    /** Parses the shell's name. Both shells get the same script: it enables bash's completion in zsh itself. */
    static final class ShellName implements ITypeConverter<String> {

        /** The values that completion offers. */
        static final class Labels extends ArrayList<String> {
            private static final long serialVersionUID = 1L;

            Labels() {
                super(List.of("bash", "zsh"));
            }
        }

        @Override
        public String convert(String text) {
            if (text.equals("bash") || text.equals("zsh")) {
                return text;
            }
            throw new TypeConversionException("'" + TerminalText.text(text) + "' is not one of bash, zsh");
        }
    }

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        out.print("# For " + shell + ": source <(" + root.getCommandName() + " completion " + shell + ")\n");
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.flush();
        return ExitCode.OK;
    }
}
