package sessions.bootstrap.pip;

/**
 * What a key of a component is set to.
 *
 * @param text as it is written, so that digits and leading zeros of passwords stay; empty where there is none
 */
record Entry(String text, int line) {
}
