package sessions.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sessions.testkit.server.HttpCalls;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API page of the packaged service in a real browser. */
@Timeout(120)
class DocsPageInBrowser {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "patch", "delete");

    @TempDir
    private static Path folder;

    private static ServiceProcess service;
    private static HttpCalls api;

    @TempDir
    private Path browserFolder;

    private Browser browser;

    @BeforeAll
    static void startService() throws IOException {
        service = ServiceProcess.start(Launcher.in(folder), "memory:");
        api = new HttpCalls(service.port());
    }

    @AfterAll
    static void stopService() {
        api.close();
        service.close();
    }

    @BeforeEach
    void startBrowser() {
        browser = Browser.start(browserFolder);
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasAsked() {
        try {
            assertThat(browser.console()).as("the browser's console").isEmpty();
            assertThat(browser.requested()).as("requests of the page").contains(address("/openapi.json"))
                    .allMatch(url -> url.startsWith(address("/")));
        } finally {
            browser.close();
        }
    }

    @Test
    void pageShowsEveryOperation() throws IOException {
        open("/docs");
        browser.screenshot("docs");
        assertThat(browser.driver().getTitle()).isEqualTo("Sessions API");
    }

    @Test
    void swaggerPathRedirectsToThePage() {
        open("/swagger");
        assertThat(browser.driver().getCurrentUrl()).isEqualTo(address("/docs"));
    }

    @Test
    void inheritedParametersAreShownInTheFirstUnfoldedOperation() {
        DocsPage page = open("/docs");
        page.unfold("getSession");
        assertThat(page.parameters("getSession")).containsExactly("id", "correlation_id", "active",
                "X-Correlation-Id", "If-None-Match");
    }

    @ParameterizedTest
    @CsvSource({"openSession, 201", "v1OpenSession, 200"})
    void tryItOutOpensASession(String operationId, String status) throws IOException {
        DocsPage page = open("/docs");
        page.unfold(operationId);
        DocsPage.Answer answer = page.execute(operationId);
        page.screenshotOfExecuted(operationId, "docs-" + operationId);
        assertThat(answer.status()).isEqualTo(status);
        JsonNode session = JSON.readTree(answer.body());
        assertThat(session.path("user_name").asString()).isEqualTo("Zoë");
        assertThat(idsOfSessionsOf("42")).contains(session.path("id").asString());
    }

    private DocsPage open(String path) {
        return DocsPage.open(browser, address(path), documentedOperations());
    }

    private static int documentedOperations() {
        JsonNode paths = JSON.readTree(api.get("/openapi.json").body()).path("paths");
        return (int) paths.valueStream().flatMap(path -> path.propertyNames().stream()).filter(METHODS::contains)
                .count();
    }

    private static List<String> idsOfSessionsOf(String userId) {
        JsonNode page = JSON.readTree(api.get("/v2/users/" + userId + "/sessions").body());
        return page.path("data").valueStream().map(session -> session.path("id").asString()).toList();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }
}
