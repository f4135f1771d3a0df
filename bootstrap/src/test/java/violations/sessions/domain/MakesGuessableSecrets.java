package violations.sessions.domain;

import java.util.UUID;

/** Breaks the rule that secrets come from a secure random generator. */
public final class MakesGuessableSecrets {

    public String secret() {
        return UUID.randomUUID().toString();
    }
}
