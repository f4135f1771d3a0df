package sessions.rest.route;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * The documentation page: Swagger UI shows the OpenAPI document and can send requests. Nothing is loaded from other
 * hosts.
 */
public final class DocsRoutes {

    private static final String PAGE = "/docs";
    private static final String OWN = "/sessions/rest/docs/";
    private static final String WEBJAR_PROPERTIES = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String JAVASCRIPT = "text/javascript";

    /** Allows {@code data:} images, because Swagger UI's style sheet embeds its images. */
    private static final String SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> SWAGGER_UI = Map.of("swagger-ui.css", "text/css", "index.css", "text/css",
            "swagger-ui-bundle.js", JAVASCRIPT, "favicon-32x32.png", "image/png");

    private DocsRoutes() {
    }

    public static void add(Routes routes) {
        StaticFile page = StaticFile.resource("text/html", OWN + "index.html");
        routes.getPublic(PAGE, ctx -> {
            ctx.header("Content-Security-Policy", SECURITY_POLICY);
            page.handle(ctx);
        });
        routes.getPublic(PAGE + "/start.js", StaticFile.resource(JAVASCRIPT, OWN + "start.js"));
        String webjar = "/META-INF/resources/webjars/swagger-ui/" + webjarVersion() + '/';
        SWAGGER_UI
                .forEach((name, type) -> routes.getPublic(PAGE + '/' + name, StaticFile.resource(type, webjar + name)));
        routes.getPublic("/swagger", DocsRoutes::redirect);
    }

    private static String webjarVersion() {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(StaticFile.bytes(WEBJAR_PROPERTIES)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.getProperty("version", "");
    }

    /** In the contract, the page is at {@code /swagger}. */
    private static void redirect(Context ctx) {
        ctx.status(HttpStatus.MOVED_PERMANENTLY).header("Location", PAGE);
        ctx.res().setContentType(null);
    }
}
