package sessions.domain.error;

/**
 * A problem with one argument.
 *
 * @param field the argument's name in the contract; nested names have a dot ({@code paging.skip})
 * @param problem the expected value and, if helpful, the actual one; completes a sentence that starts with the field's
 *                name
 */
public record Violation(String field, String problem) {

    @Override
    public String toString() {
        return field + " " + problem;
    }
}
