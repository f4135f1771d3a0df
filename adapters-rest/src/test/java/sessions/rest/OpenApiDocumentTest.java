package sessions.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.tags.Tag;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sessions.testkit.openapi.DocumentedExamples;
import sessions.testkit.openapi.OpenApiCheck;

class OpenApiDocumentTest {

    private static final String TEXT = OpenApiCheck.documentOfClassPath();
    private static final SwaggerParseResult PARSED = new OpenAPIV3Parser().readContents(TEXT);
    private static final OpenAPI DOCUMENT = PARSED.getOpenAPI();

    @Test
    void isValidOpenApi31() {
        assertThat(PARSED.getMessages()).isEmpty();
        assertThat(PARSED.isOpenapi31()).isTrue();
        assertThat(DOCUMENT.getOpenapi()).startsWith("3.1.");
        assertThat(DOCUMENT.getInfo().getLicense().getIdentifier()).isEqualTo("MIT");
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(operations().map(Operation::getOperationId)).doesNotHaveDuplicates().doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasASummaryATagAndErrorResponses(Operation operation) {
        assertThat(operation.getSummary()).isNotBlank().doesNotEndWith(".");
        assertThat(operation.getTags()).hasSize(1).isSubsetOf(DOCUMENT.getTags().stream().map(Tag::getName).toList());
        assertThat(operation.getResponses()).containsKeys("400", "414", "431", "500", "503");
        if (operation.getRequestBody() != null) {
            assertThat(operation.getResponses()).containsKeys("408", "413", "415");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationDocuments401UnlessItIsPublic(Operation operation) {
        if (operation.getSecurity() == null) {
            assertThat(operation.getResponses()).containsKey("401");
        } else {
            assertThat(operation.getSecurity()).isEmpty();
            assertThat(operation.getResponses()).doesNotContainKeys("401", "403");
            assertThat(operation.getTags()).containsExactly("service");
        }
    }

    @Test
    void keyIsSentInOneOfTwoHeaders() {
        assertThat(DOCUMENT.getSecurity().stream().map(Map::keySet).toList())
                .isEqualTo(List.of(Set.of("bearerKey"), Set.of("headerKey")));
        assertThat(DOCUMENT.getComponents().getSecuritySchemes()).containsOnlyKeys("bearerKey", "headerKey");
    }

    @Test
    void everyExampleConformsToItsSchema() {
        assertThat(DocumentedExamples.problems(TEXT)).isEmpty();
    }

    @Test
    void everyBodyHasAnExample() {
        Stream<Content> requests = operations().filter(operation -> operation.getRequestBody() != null)
                .filter(operation -> operation.getRequestBody().get$ref() == null)
                .map(operation -> operation.getRequestBody().getContent());
        Stream<Content> responses = DOCUMENT.getComponents().getResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .filter(response -> response.getContent().keySet().stream().anyMatch(type -> type.endsWith("json")))
                .map(response -> response.getContent());
        assertThat(Stream.concat(requests, responses).toList()).hasSizeGreaterThan(20)
                .allSatisfy(content -> assertThat(content.values().iterator().next().getExamples()).isNotEmpty());
    }

    static Stream<Operation> operations() {
        return DOCUMENT.getPaths().values().stream().map(item -> item.readOperations()).flatMap(List::stream);
    }
}
