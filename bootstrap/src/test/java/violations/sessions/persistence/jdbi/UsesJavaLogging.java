package violations.sessions.persistence.jdbi;

import java.util.logging.Logger;

/** Breaks the rule that no class uses java.util.logging. */
public final class UsesJavaLogging {

    static final Logger LOG = Logger.getLogger("violation");
}
