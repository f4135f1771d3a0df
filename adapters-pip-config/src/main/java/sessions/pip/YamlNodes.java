package sessions.pip;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML as nodes, which know their lines and have their texts as written. */
final class YamlNodes {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setSchema(new CoreSchema()).build();

    private YamlNodes() {
    }

    /** Empty where there is nothing, or no YAML, which is a problem then. */
    static Optional<Node> parse(RenderedTemplate rendering, PipDiagnostics findings) {
        try {
            return new Compose(SETTINGS).composeString(rendering.text());
        } catch (YamlEngineException malformed) {
            if (!MisplacedKeys.report(rendering, findings)) {
                findings.problem(line(malformed, rendering), "this is no YAML: " + reason(malformed));
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

    /** In one line, and without names: a password that begins with an asterisk is taken for one. */
    private static String reason(YamlEngineException malformed) {
        String reason = malformed instanceof MarkedYamlEngineException marked
                ? marked.getProblem()
                : String.valueOf(malformed.getMessage());
        return reason.replaceFirst("(alias|anchor|handle) .*", "$1").replaceAll("\\s+", " ");
    }
}
