package sessions.cli.output;

import java.util.function.Function;

/** Prints one JSON document per line. */
public final class JsonLinesPrinter<T> implements Printer<T> {

    private final Function<T, String> json;
    private final PrintTarget target;

    public JsonLinesPrinter(Function<T, String> json, PrintTarget target) {
        this.json = json;
        this.target = target;
    }

    @Override
    public void print(T item) {
        target.line(json.apply(item));
    }

    @Override
    public void end() {
        // Nothing follows the last line.
    }
}
