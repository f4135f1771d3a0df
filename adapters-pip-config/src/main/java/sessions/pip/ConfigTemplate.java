package sessions.pip;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.URLTemplateLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills environment variables into a configuration. It is a handlebars template in the service for Node, and a mustache
 * template, a subset of handlebars, in the service for Dart.
 */
final class ConfigTemplate {

    /**
     * Matches {@code {{#^X}}} and its end tag, which the guide of the Dart service printed instead of {@code {{^X}}}.
     */
    private static final Pattern MISSPELLED = Pattern.compile("\\{\\{([#/])\\^\\s*(\\w+)\\s*}}");

    /** Inserts values without HTML escaping, and gives templates access to the variables only, not to files. */
    private static final Handlebars HANDLEBARS = new Handlebars(new NoFiles())
            .with(EscapingStrategy.NOOP);

    private static final class NoFiles extends URLTemplateLoader {
        @Override
        protected @Nullable URL getResource(String location) {
            return null;
        }
    }

    private ConfigTemplate() {
    }

    /**
     * Renders a template. A section is rendered for every value that is not empty, {@code false} and {@code 0}
     * included.
     *
     * @throws InvalidPipConfigException if the text is not a template
     */
    static RenderedTemplate render(String text, Map<String, String> environment, PipDiagnostics findings) {
        String template = RenderedTemplate.marked(repaired(text, findings));
        Context variables = Context.newBuilder(environment).resolver(MapValueResolver.INSTANCE).build();
        try {
            return RenderedTemplate.of(HANDLEBARS.compileInline(template).apply(variables));
        } catch (HandlebarsException malformed) {
            report(malformed, findings);
            throw findings.invalid();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void report(HandlebarsException malformed, PipDiagnostics findings) {
        HandlebarsError error = malformed.getError();
        if (error == null) {
            Throwable cause = malformed.getCause() == null ? malformed : malformed.getCause();
            findings.problem(PipDiagnostics.NO_LINE, "the template cannot be filled in: " + cause.getMessage());
        } else {
            findings.problem(error.line, "the template cannot be filled in: " + error.reason);
        }
    }

    private static String repaired(String text, PipDiagnostics findings) {
        return MISSPELLED.matcher(text).replaceAll(found -> {
            boolean begins = found.group(1).equals("#");
            String meant = (begins ? "{{^" : "{{/") + found.group(2) + "}}";
            if (begins) {
                findings.warning(RenderedTemplate.line(text, found.start()), found.group() + " is read as " + meant);
            }
            return Matcher.quoteReplacement(meant);
        });
    }
}
