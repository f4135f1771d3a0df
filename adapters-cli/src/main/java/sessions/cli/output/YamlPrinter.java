package sessions.cli.output;

import java.io.StringWriter;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Prints YAML: a sequence, or a single item. Numbers keep their digits; keys may repeat. */
public final class YamlPrinter<T> implements Printer<T> {

    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = YAMLFactory.builder().disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES).enable(YAMLWriteFeature.ALLOW_LONG_KEYS)
            .stringQuotingChecker(new MergeKeys()).build();

    /** Also quotes {@code <<} and {@code =}, which have a special meaning in YAML 1.1. */
    private static final class MergeKeys extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return name.equals("<<") || name.equals("=") || super.needToQuoteName(name);
        }
    }

    private final Function<T, String> json;
    private final PrintTarget target;
    private final boolean single;
    private boolean started;

    public YamlPrinter(Function<T, String> json, PrintTarget target, boolean single) {
        this.json = json;
        this.target = target;
        this.single = single;
    }

    @Override
    public void print(T item) {
        String text = yaml(json.apply(item)).stripTrailing();
        target.line(target.safe(single ? text : "- " + text.replace("\n", "\n  ")));
        started = true;
    }

    @Override
    public void end() {
        if (!started && !single) {
            target.line("[]");
        }
    }

    private static String yaml(String document) {
        StringWriter text = new StringWriter();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document);
                JsonGenerator yaml = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            while (parser.nextToken() != null) {
                copy(parser, yaml);
            }
        }
        return text.toString();
    }

    /** Copies a token. Numbers are copied as text, because Java's number types could lose digits. */
    private static void copy(JsonParser parser, JsonGenerator yaml) {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            yaml.writeNumber(parser.getString());
        } else {
            yaml.copyCurrentEvent(parser);
        }
    }
}
