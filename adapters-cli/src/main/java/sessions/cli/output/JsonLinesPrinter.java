package sessions.cli.output;

import java.util.function.Function;

/** Prints a JSON document a line. */
public final class JsonLinesPrinter<T> implements Printer<T> {

    private final Function<T, String> json;
    private final PrintTarget page;

    public JsonLinesPrinter(Function<T, String> json, PrintTarget page) {
        this.json = json;
        this.page = page;
    }

    @Override
    public void print(T thing) {
        page.line(json.apply(thing));
    }

    @Override
    public void end() {
        // Every line stands by itself.
    }
}
