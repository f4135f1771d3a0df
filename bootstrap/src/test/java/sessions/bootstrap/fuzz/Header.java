package sessions.bootstrap.fuzz;

/** @param value any characters up to U+00FF except line ends */
record Header(String name, String value) {
}
