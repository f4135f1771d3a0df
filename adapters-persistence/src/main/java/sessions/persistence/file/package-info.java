/**
 * Stores sessions in a flat file in the original's format. Entry: {@link sessions.persistence.file.FileSessionStore}.
 */
@NullMarked
package sessions.persistence.file;

import org.jspecify.annotations.NullMarked;
