/**
 * Stores of sessions, one {@link sessions.persistence.StoreProvider} per technology. Entry: {@link
 * sessions.persistence.StoreProviders}.
 */
@NullMarked
package sessions.persistence;

import org.jspecify.annotations.NullMarked;
