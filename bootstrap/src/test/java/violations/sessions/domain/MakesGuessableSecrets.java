package violations.sessions.domain;

import java.util.UUID;

/** Breaks the rule that secrets come from what nobody can guess. */
public final class MakesGuessableSecrets {

    public String secret() {
        return UUID.randomUUID().toString();
    }
}
