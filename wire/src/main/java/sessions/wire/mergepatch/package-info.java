/** JSON Merge Patch (RFC 7396) on text, so that untouched parts keep their text. */
@NullMarked
package sessions.wire.mergepatch;

import org.jspecify.annotations.NullMarked;
