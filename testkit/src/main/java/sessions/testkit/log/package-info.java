/**
 * Checks the logs of all tests, including those of processes that they start, and fails a test if a line contains a
 * secret. JUnit loads the check as a service in every module that has the testkit on its test class path.
 */
@NullMarked
package sessions.testkit.log;

import org.jspecify.annotations.NullMarked;
