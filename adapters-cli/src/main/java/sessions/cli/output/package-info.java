/** Printing sessions and other results: tables, cards, CSV, JSON, YAML, charts, progress. */
@NullMarked
package sessions.cli.output;

import org.jspecify.annotations.NullMarked;
