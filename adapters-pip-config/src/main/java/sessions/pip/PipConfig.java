package sessions.pip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The configuration of a Pip.Services sessions microservice, as settings of this one. Both published forms are read, that
 * of the service for Node (handlebars) and that of the one for Dart (mustache). What a key means here and what is refused
 * is in docs/migrating-from-pip-services.md.
 *
 * <p>What the file leaves out is left out of the settings, but for what listens: there the original's address, port 3000
 * on every interface, is set.
 *
 * @param settings names of options, without dashes, to values as the options take them; may hold passwords
 * @param warnings what is ignored or chosen, for the operator; one sentence each with line, component and key
 */
public record PipConfig(Map<String, String> settings, List<String> warnings) {

    /** No key of this service's own configuration is called so. */
    private static final Pattern DESCRIPTOR = Pattern.compile("(?m)^[^#\n]*\\bdescriptor[\"']?\\s*:");

    /** Whether a file is meant to be such a configuration; it need not be well formed. */
    public static boolean isMeantBy(String text) {
        return DESCRIPTOR.matcher(text).find();
    }

    /**
     * Reads a configuration.
     *
     * @param text of the file; a template
     * @param environment the variables that are filled into it; one is on when it is not empty, whatever it is
     * @throws InvalidPipConfigException with every problem, where there is any
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
            HttpMapping.warnThatItIsServedAllTheSame(settings, findings);
        }
        BehaviourMapping.read(roles, settings);
        roles.warnOfRest();
        return settings;
    }

    /** Leaves the values out. */
    @Override
    public String toString() {
        return "PipConfig" + settings.keySet() + warnings;
    }
}
