/** Creates the AOT caches with which the packaged program starts faster. */
@NullMarked
package sessions.bootstrap.packaging;

import org.jspecify.annotations.NullMarked;
