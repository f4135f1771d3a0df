/** The eight commands of the contract, {@code /v1}: arguments and results. */
@NullMarked
package sessions.wire.command;

import org.jspecify.annotations.NullMarked;
