package sessions.pip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The configuration of a Pip.Services sessions microservice, translated to settings of this service. Reads both
 * published forms: that of the service for Node (handlebars) and that for Dart (mustache).
 * docs/migrating-from-pip-services.md says how keys are translated and which are rejected.
 *
 * <p>Settings that the file omits are omitted here too, except the address of listeners: they get the original's
 * default, port 3000 on all interfaces.
 *
 * @param settings option names without dashes, and values as the options accept them; may contain passwords
 * @param warnings for the operator: keys that are ignored and choices that were made, one sentence each with line,
 *        component and key
 */
public record PipConfig(Map<String, String> settings, List<String> warnings) {

    /** Distinguishes the original's files from this service's settings files, which have no such key. */
    private static final Pattern DESCRIPTOR = Pattern.compile("(?m)^[^#\n]*\\bdescriptor[\"']?\\s*:");

    /** Returns whether a file is such a configuration, well-formed or not. */
    public static boolean recognizes(String text) {
        return DESCRIPTOR.matcher(text).find();
    }

    /**
     * Reads a configuration.
     *
     * @param text of the file; a template
     * @param environment the variables that are filled in; a section is rendered if its variable is not empty
     * @throws InvalidPipConfigException with all problems, if there are any
     */
    public static PipConfig read(String text, Map<String, String> environment) {
        PipDiagnostics findings = new PipDiagnostics();
        List<PipComponent> components = ComponentReader.read(ConfigTemplate.render(text, environment, findings),
                findings);
        findings.throwIfAny();
        Map<String, String> settings = settings(components, findings);
        findings.throwIfAny();
        return new PipConfig(settings, findings.warnings());
    }

    private static Map<String, String> settings(List<PipComponent> components, PipDiagnostics findings) {
        Map<String, String> settings = new LinkedHashMap<>();
        ComponentRoles roles = ComponentRoles.of(components);
        PersistenceMapping.read(roles, settings, findings);
        boolean hasHttp = HttpMapping.read(roles, settings);
        GrpcMapping.read(roles, settings);
        SenecaMapping.read(roles, settings);
        if (!hasHttp) {
            HttpMapping.warnThatHttpIsAlwaysServed(settings, findings);
        }
        BehaviourMapping.read(roles, settings);
        roles.warnAboutUnused();
        return settings;
    }

    /** Omits the values. */
    @Override
    public String toString() {
        return "PipConfig" + settings.keySet() + warnings;
    }
}
