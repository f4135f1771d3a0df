/** The Jetty server that every HTTP API runs on. Entry: {@link sessions.jetty.JettyServer}. */
@NullMarked
package sessions.jetty;

import org.jspecify.annotations.NullMarked;
