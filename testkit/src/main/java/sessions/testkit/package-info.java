/**
 * What tests share: a settable clock, fixtures, and the contract suites that every store and every driving port must
 * pass. A suite is an interface with default test methods; a test class implements those that apply and supplies only
 * itself.
 */
@NullMarked
package sessions.testkit;

import org.jspecify.annotations.NullMarked;
