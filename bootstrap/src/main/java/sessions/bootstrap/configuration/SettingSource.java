package sessions.bootstrap.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A source of settings outside the command line. */
interface SettingSource {

    /** Returns the value set here, or empty. An empty text counts as not set. */
    Optional<SettingValue> find(SettingName name);

    /** Returns problems that do not depend on the command, such as unknown names, as messages for the operator. */
    List<String> problems(Set<SettingName> known);

    /** Returns notes about settings that were ignored or interpreted, as messages for the operator. */
    default List<String> warnings() {
        return List.of();
    }
}
