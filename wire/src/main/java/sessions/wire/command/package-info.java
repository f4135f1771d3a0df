/** The eight commands of the contract, {@code /v1}: their arguments and their results. */
@NullMarked
package sessions.wire.command;

import org.jspecify.annotations.NullMarked;
