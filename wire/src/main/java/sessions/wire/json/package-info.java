/** Strict JSON on text: values keep their digits, escapes and key order. */
@NullMarked
package sessions.wire.json;

import org.jspecify.annotations.NullMarked;
