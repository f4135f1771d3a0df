package sessions.bootstrap.configuration;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place outside the command line that settings come from. */
interface SettingSource {

    /** What is set here, or empty; an empty text counts as not set. */
    Optional<SettingValue> find(SettingName name);

    /** What is wrong here whatever command is run, each in words for whoever wrote it: names that no setting has, above all. */
    List<String> problems(Set<SettingName> known);

    /** What was ignored or chosen here, each in words for whoever wrote it. */
    default List<String> warnings() {
        return List.of();
    }
}
