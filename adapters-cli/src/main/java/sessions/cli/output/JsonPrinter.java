package sessions.cli.output;

import java.util.function.Function;

/** Prints one JSON document: an array, an element a line. */
public final class JsonPrinter<T> implements Printer<T> {

    private final Function<T, String> json;
    private final PrintTarget page;
    private boolean begun;

    public JsonPrinter(Function<T, String> json, PrintTarget page) {
        this.json = json;
        this.page = page;
    }

    @Override
    public void print(T thing) {
        page.out().print((begun ? ",\n" : "[\n") + json.apply(thing));
        begun = true;
    }

    @Override
    public void end() {
        page.line(begun ? "\n]" : "[]");
    }
}
