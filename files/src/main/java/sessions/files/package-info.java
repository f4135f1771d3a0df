/** Files that contain secrets, and changes to files that survive a crash. */
@NullMarked
package sessions.files;

import org.jspecify.annotations.NullMarked;
