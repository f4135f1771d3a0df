/**
 * The contract's JSON: commands and their arguments, sessions, pages and errors. Shared by every adapter that speaks or
 * keeps that JSON. Content of callers passes through as text, so that no digit, key or escape of it changes.
 */
@NullMarked
package sessions.wire;

import org.jspecify.annotations.NullMarked;

