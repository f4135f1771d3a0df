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
 * Fills the environment into a configuration, which is a handlebars template in the service for Node and a mustache
 * template, of which handlebars is a superset, in the one for Dart.
 */
final class ConfigTemplate {

    /** {@code {{#^X}}}, printed in the Dart service's guide, for {@code {{^X}}}; and its end. */
    private static final Pattern MISSPELT = Pattern.compile("\\{\\{([#/])\\^\\s*(\\w+)\\s*}}");

    /** Values go in as they are, not as HTML; nothing but the variables and no other file can be reached. */
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
     * A section is on for every value that is not empty, {@code false} and {@code 0} included.
     *
     * @throws InvalidPipConfigException where it is no template
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
        return MISSPELT.matcher(text).replaceAll(found -> {
            boolean begins = found.group(1).equals("#");
            String meant = (begins ? "{{^" : "{{/") + found.group(2) + "}}";
            if (begins) {
                findings.warning(RenderedTemplate.line(text, found.start()), found.group() + " is taken as " + meant);
            }
            return Matcher.quoteReplacement(meant);
        });
    }
}
