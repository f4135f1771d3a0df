package sessions.pip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the list of components of a rendered configuration. */
final class ComponentReader {

    private static final String DESCRIPTOR = "descriptor";

    private final RenderedTemplate rendering;
    private final PipDiagnostics findings;
    private final List<PipComponent> components = new ArrayList<>();

    private ComponentReader(RenderedTemplate rendering, PipDiagnostics findings) {
        this.rendering = rendering;
        this.findings = findings;
    }

    /** Reads the components. Errors are added to the findings. */
    static List<PipComponent> read(RenderedTemplate rendering, PipDiagnostics findings) {
        ComponentReader reading = new ComponentReader(rendering, findings);
        YamlNodes.parse(rendering, findings).ifPresent(reading::list);
        return reading.components;
    }

    private void list(Node root) {
        if (root instanceof SequenceNode list) {
            list.getValue().forEach(this::component);
        } else if (!isNull(root)) {
            findings.problem(line(root), "expected a list of components, each beginning with - descriptor:");
        }
    }

    private void component(Node item) {
        Map<String, ComponentEntry> entries = new LinkedHashMap<>();
        if (item instanceof MappingNode) {
            flatten("", item, entries);
        }
        ComponentEntry text = entries.remove(DESCRIPTOR);
        if (text == null) {
            findings.problem(line(item), "expected a component with a descriptor");
            return;
        }
        ComponentDescriptor.parse(text.text()).ifPresentOrElse(
                descriptor -> components.add(new PipComponent(descriptor, text.line(), entries, findings)),
                () -> findings.problem(text.line(),
                        "descriptor must be group:type:kind:name:version but is '" + text.text() + "'"));
    }

    private void flatten(String path, Node node, Map<String, ComponentEntry> entries) {
        if (node.isRecursive()) {
            findings.problem(line(node), path + " contains itself");
            return;
        }
        switch (node) {
            case MappingNode section -> section.getValue().forEach(tuple -> flatten(path, tuple, entries));
            case SequenceNode list -> {
                for (int index = 0; index < list.getValue().size(); index++) {
                    flatten(joined(path, String.valueOf(index)), list.getValue().get(index), entries);
                }
            }
            default -> {
                rejectMisread(path, node);
                put(path, new ComponentEntry(scalar(node), line(node)), entries);
            }
        }
    }

    private void flatten(String path, NodeTuple tuple, Map<String, ComponentEntry> entries) {
        String key = tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
        flatten(joined(path, key), tuple.getValueNode(), entries);
    }

    /** Rejects values such as passwords that begin with ! or &, which YAML reads as tags and anchors. */
    private void rejectMisread(String path, Node node) {
        boolean tagged = !node.getTag().getValue().startsWith(Tag.PREFIX);
        boolean anchored = isNull(node) && node.getAnchor().isPresent();
        if (tagged || anchored) {
            findings.problem(line(node), path + " must be in quotes, because it begins with " + (tagged ? "!" : "&"));
        }
    }

    private void put(String path, ComponentEntry entry, Map<String, ComponentEntry> entries) {
        ComponentEntry earlier = entries.putIfAbsent(path, entry);
        if (earlier != null) {
            findings.problem(entry.line(), path + " is already set in line " + earlier.line());
        }
    }

    private static String joined(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar && !isNull(node) ? scalar.getValue() : "";
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private int line(Node node) {
        return node.getStartMark().map(mark -> rendering.origin(mark.getLine() + 1)).orElse(PipDiagnostics.NO_LINE);
    }
}
