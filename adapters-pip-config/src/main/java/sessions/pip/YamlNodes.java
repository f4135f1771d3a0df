package sessions.pip;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML as nodes, which keep their lines and their text as written. */
final class YamlNodes {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setSchema(new CoreSchema()).build();

    private YamlNodes() {
    }

    /** Parses YAML. Empty if the text is empty or invalid, which is reported as a problem. */
    static Optional<Node> parse(RenderedTemplate rendering, PipDiagnostics findings) {
        try {
            return new Compose(SETTINGS).composeString(rendering.text());
        } catch (YamlEngineException malformed) {
            if (!MisplacedKeys.report(rendering, findings)) {
                findings.problem(line(malformed, rendering), "this is not valid YAML: " + reason(malformed));
            }
            return Optional.empty();
        }
    }

    private static int line(YamlEngineException malformed, RenderedTemplate rendering) {
        return malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblemMark().map(mark -> rendering.origin(mark.getLine() + 1))
                        .orElse(PipDiagnostics.NO_LINE)
                : PipDiagnostics.NO_LINE;
    }

    /** Returns the reason in one line, without names: YAML reads a password that begins with an asterisk as a name. */
    private static String reason(YamlEngineException malformed) {
        String reason = malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : String.valueOf(malformed.getMessage());
        return reason.replaceFirst("(alias|anchor|handle) .*", "$1").replaceAll("\\s+", " ");
    }
}
