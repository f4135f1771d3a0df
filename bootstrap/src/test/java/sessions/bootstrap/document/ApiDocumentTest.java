package sessions.bootstrap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sessions.domain.error.ErrorCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Compares the tables of routes, commands and errors with the OpenAPI document and the error codes. */
class ApiDocumentTest {

    private static final Path OPENAPI = Path.of("../adapters-rest/src/main/resources/openapi.yaml");
    private static final String COMMANDS = "/v1/sessions/";

    /** The files that the page {@code /docs} loads. */
    private static final String FILES_OF_DOCS = "/docs/{file}";

    private static final Pattern ROUTE_ROW = Pattern.compile("^\\| (`[A-Z]+ /[^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Pattern ROUTE = Pattern.compile("`([A-Z]+ /[^`]+)`");
    private static final Pattern COMMAND_ROW = Pattern.compile("^\\| `(\\w+)` \\| [^|]*\\| [^|]+ \\|$",
            Pattern.MULTILINE);
    private static final Pattern ERROR_ROW = Pattern.compile("^\\| (\\d[\\d, ]+) \\| ([^|]+) \\| [^|]+ \\|$",
            Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private final String page = DocumentPage.API.text();
    private final JsonNode paths = new YAMLMapper().readTree(OPENAPI).get("paths");

    @Test
    void everyRouteHasOneRowAndNothingElseHas() {
        List<String> routes = paths().filter(path -> !path.startsWith(COMMANDS) && !path.equals(FILES_OF_DOCS))
                .flatMap(path -> methods(path).map(method -> method + " " + path)).toList();
        assertThat(ROUTE_ROW.matcher(page).results().flatMap(row -> groups(ROUTE, row.group(1))))
                .contains("GET /v2/sessions").containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyCommandHasOneRowAndNothingElseHas() {
        List<String> commands = paths().filter(path -> path.startsWith(COMMANDS))
                .map(path -> path.substring(COMMANDS.length())).toList();
        assertThat(groups(COMMAND_ROW, page)).contains("open_session")
                .containsExactlyInAnyOrderElementsOf(commands);
    }

    @Test
    void errorRowsNameEveryCodeAndNoOther() {
        assertThat(ERROR_ROW.matcher(page).results().flatMap(row -> groups(CODE, row.group(2))).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values()).map(Enum::name).toList());
    }

    @Test
    void errorRowsNameTheStatusOfTheCode() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ERROR_ROW.matcher(page).results().filter(row -> row.group(2).contains("`" + code + "`"))
                    .map(row -> row.group(1))).as(code.name())
                    .anySatisfy(statuses -> assertThat(statuses.split(", ")).contains(String.valueOf(code.status())));
        }
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private Stream<String> paths() {
        return paths.propertyNames().stream();
    }

    /** Returns the methods of a path in upper case, without HEAD, which goes with GET. */
    private Stream<String> methods(String path) {
        JsonNode operations = paths.get(path);
        return Stream.of("get", "put", "post", "delete", "patch").filter(operations::has)
                .map(method -> method.toUpperCase(Locale.ROOT));
    }
}
