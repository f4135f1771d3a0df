package sessions.pip;

/**
 * The value of a component's key.
 *
 * @param text as written, so that digits and leading zeros of passwords stay; empty if there is none
 * @param line in the template, counted from 1
 */
record ComponentEntry(String text, int line) {
}
