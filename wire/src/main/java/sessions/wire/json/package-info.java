/** Strict JSON on text: values keep the digits, escapes and key order that they were sent with. */
@NullMarked
package sessions.wire.json;

import org.jspecify.annotations.NullMarked;
