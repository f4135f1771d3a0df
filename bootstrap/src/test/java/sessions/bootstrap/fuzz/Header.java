package sessions.bootstrap.fuzz;

/** @param value any characters up to U+00FF but line ends */
record Header(String name, String value) {
}
