/** JSON Merge Patch (RFC 7396) on text, so that what a patch does not touch stays as it was. */
@NullMarked
package sessions.wire.mergepatch;

import org.jspecify.annotations.NullMarked;
