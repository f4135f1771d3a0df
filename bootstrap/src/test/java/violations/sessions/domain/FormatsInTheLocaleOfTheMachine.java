package violations.sessions.domain;

/** Breaks the rule that text is formatted with a locale. */
public final class FormatsInTheLocaleOfTheMachine {

    public String hours(int hours) {
        return "%d hours".formatted(hours);
    }
}
