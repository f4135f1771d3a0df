package sessions.bootstrap.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded case: requests in order, each with the expected response. Text between {@code ${} and } stands for a value
 * captured from an earlier response.
 *
 * @param name the unique name
 * @param transport whether it concerns only the original's HTTP framework and need not match
 * @param quirk the defect in the recording, or empty
 */
record RecordedExchange(String name, boolean transport, String quirk, List<JsonNode> steps) {

    private static final String RECORDING = "/compat/http-v1.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static List<RecordedExchange> recorded() {
        try (InputStream recording = Objects.requireNonNull(RecordedExchange.class.getResourceAsStream(RECORDING))) {
            String text = new String(recording.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(RecordedExchange::read).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static RecordedExchange read(String line) {
        JsonNode entry = JSON.readTree(line);
        return new RecordedExchange(entry.get("name").stringValue(),
                entry.get("group").stringValue().equals("transport"),
                entry.path("quirk").asString(""), entry.get("steps").valueStream().toList());
    }
}
