/**
 * The executable: reads settings, assembles the adapters and runs commands. The only module that depends on all the
 * others. Entry: {@link sessions.bootstrap.Main}.
 */
@NullMarked
package sessions.bootstrap;

import org.jspecify.annotations.NullMarked;
