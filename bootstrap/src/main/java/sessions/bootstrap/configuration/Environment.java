package sessions.bootstrap.configuration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings in environment variables, such as {@code SESSIONS_STORE_USER}. */
final class Environment implements SettingSource {

    /** The variable that names the settings file. */
    static final String FILE = "SESSIONS_CONFIG";

    /** Known variables that are not settings: besides the settings file, those of the launcher and its tests. */
    private static final Set<String> OTHERS = Set.of(FILE, "SESSIONS_JAVA_OPTS", "SESSIONS_TEST_ROOT");

    /** Variables that Kubernetes sets in each container for a Service named sessions, in the form of Docker links. */
    private static final Pattern SERVICE_LINK = Pattern
            .compile("SESSIONS_(SERVICE_(HOST|PORT(_.+)?)|PORT_\\d+_(TCP|UDP|SCTP)(_.+)?)");

    private static final Pattern LINKED_PORT = Pattern.compile("(tcp|udp|sctp)://.+");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Optional<SettingValue> find(SettingName name) {
        String variable = name.variable();
        return Optional.ofNullable(variables.get(variable)).filter(text -> !text.isEmpty())
                .filter(text -> !isServiceLink(variable, text)).map(text -> new SettingValue(text, variable));
    }

    @Override
    public List<String> problems(Set<SettingName> known) {
        Set<String> names = known.stream().map(SettingName::variable).collect(Collectors.toSet());
        Set<String> keys = known.stream().map(SettingName::key).collect(Collectors.toSet());
        Stream<String> unknown = own().filter(name -> !names.contains(name) && !OTHERS.contains(name))
                .filter(name -> !SERVICE_LINK.matcher(name).matches()).map(name -> problem(name, keys));
        Stream<String> malformed = own().filter(name -> MalformedText.isIn(variables.getOrDefault(name, "")))
                .map(name -> name + " is not valid UTF-8");
        return Stream.concat(unknown, malformed).sorted().toList();
    }

    private Stream<String> own() {
        return variables.keySet().stream().filter(name -> name.startsWith(SettingName.PREFIX));
    }

    private static String problem(String variable, Set<String> keys) {
        return variable + " is not a setting" + NearestName.to(SettingName.ofVariable(variable).key(), keys)
                .map(near -> "; did you mean " + new SettingName(near).variable() + "?").orElse("");
    }

    private static boolean isServiceLink(String variable, String text) {
        return variable.equals("SESSIONS_PORT") && LINKED_PORT.matcher(text).matches();
    }
}
