package sessions.rest;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API's OpenAPI document, as it was written and as JSON. */
final class OpenApiRoutes {

    private static final String DOCUMENT = "/openapi.yaml";

    private OpenApiRoutes() {
    }

    static void add(Routes routes) {
        byte[] yaml = StaticFile.bytes(DOCUMENT);
        routes.get(DOCUMENT, new StaticFile("application/yaml", yaml));
        routes.get("/openapi.json", new StaticFile(Answers.JSON, json(yaml)));
    }

    private static byte[] json(byte[] yaml) {
        return new JsonMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
    }
}
