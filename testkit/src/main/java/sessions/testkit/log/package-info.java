/**
 * Watches what every test has written to a log, here or in a process that it starts, and fails it where a line shows a
 * secret. JUnit finds the watch as a service: a module that has the testkit on the class path of its tests is watched.
 */
@NullMarked
package sessions.testkit.log;

import org.jspecify.annotations.NullMarked;
