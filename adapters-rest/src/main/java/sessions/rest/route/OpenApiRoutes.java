package sessions.rest.route;

import sessions.transport.ResponseHeaders;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The routes that return the API's OpenAPI document as YAML and as JSON. */
public final class OpenApiRoutes {

    private static final String DOCUMENT = "/openapi.yaml";

    private OpenApiRoutes() {
    }

    public static void add(Routes routes) {
        routes.getPublic(DOCUMENT, StaticFile.resource("application/yaml", DOCUMENT));
        routes.getPublic("/openapi.json", new StaticFile(ResponseHeaders.JSON, OpenApiRoutes::json));
    }

    private static byte[] json() {
        return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(StaticFile.bytes(DOCUMENT)));
    }
}
