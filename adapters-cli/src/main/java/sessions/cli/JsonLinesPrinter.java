package sessions.cli;

import java.util.function.Function;

/** Prints a JSON document a line. */
final class JsonLinesPrinter<T> implements Printer<T> {

    private final Function<T, String> json;
    private final Page page;

    JsonLinesPrinter(Function<T, String> json, Page page) {
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
