/**
 * The contract suites of a session store. Each suite is an interface with default test methods; a test class implements
 * the suites that apply and supplies the store.
 */
@NullMarked
package sessions.testkit.store;

import org.jspecify.annotations.NullMarked;
