package sessions.cli.output;

import java.util.function.Function;

/** Prints one JSON array, one element per line. */
public final class JsonPrinter<T> implements Printer<T> {

    private final Function<T, String> json;
    private final PrintTarget target;
    private boolean started;

    public JsonPrinter(Function<T, String> json, PrintTarget target) {
        this.json = json;
        this.target = target;
    }

    @Override
    public void print(T item) {
        target.out().print((started ? ",\n" : "[\n") + json.apply(item));
        started = true;
    }

    @Override
    public void end() {
        target.line(started ? "\n]" : "[]");
    }
}
