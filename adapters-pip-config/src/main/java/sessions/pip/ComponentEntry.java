package sessions.pip;

/**
 * What a key of a component is set to.
 *
 * @param text as it is written, so that digits and leading zeros of passwords stay; empty where there is none
 */
record ComponentEntry(String text, int line) {
}
