package sessions.domain.error;

/**
 * What is wrong with one argument.
 *
 * @param field the argument's name in the contract, nested ones with a dot ({@code paging.skip})
 * @param problem what was expected and, where it helps, what was found; reads on from the field's name
 */
public record Violation(String field, String problem) {

    @Override
    public String toString() {
        return field + " " + problem;
    }
}
