package sessions.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sessions.cli.CliFixture.Ran;
import sessions.domain.model.Json;
import sessions.domain.model.SessionOpening;
import sessions.domain.model.SessionV1;
import sessions.shell.Terminal;
import sessions.wire.resource.ResourceJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The output for programs: stable and exact, with nothing else on standard output. */
class OutputFormatsTest {

    private static final String TIMES = "2026-03-01T12:00:00.123Z,2026-03-01T12:00:00.123Z,";

    private final CliFixture cli = new CliFixture();

    @Test
    void jsonOfOneSessionIsTheResource() {
        SessionV1 session = cli.open("alice");
        String json = ResourceJson.of(session) + "\n";
        for (String format : List.of("json", "jsonl")) {
            assertThat(get(session, format)).isEqualTo(new Ran(0, json, ""));
        }
        assertThat(cli.run("get", session.id().value())).isEqualTo(new Ran(0, json, ""));
    }

    @Test
    void jsonOfAListIsOneArray() {
        assertThat(cli.run("list", "-o", "json").out()).isEqualTo("[]\n");
        String first = ResourceJson.ofListed(cli.open("alice"));
        assertThat(cli.run("list", "-o", "json").out()).isEqualTo("[\n" + first + "\n]\n");
        cli.clock.advance(java.time.Duration.ofMillis(1));
        String second = ResourceJson.ofListed(cli.open("bob"));
        assertThat(cli.run("list", "-o", "json").out()).isEqualTo("[\n" + second + ",\n" + first + "\n]\n");
        assertThat(cli.run("list", "-o", "jsonl").out()).isEqualTo(second + "\n" + first + "\n");
    }

    @Test
    void contentOnSeveralLinesIsPrintedOnOne() {
        SessionV1 session = cli
                .open(new SessionOpening("alice", null, null, null, new Json("{\n\t\"a\":\r\n [1,\n2]\n}"), null));
        assertThat(get(session, "json").out()).hasLineCount(1).contains("[1, 2]");
        assertThat(get(session, "csv").out()).hasLineCount(2);
    }

    @Test
    void controlCharactersStayEscaped() {
        SessionV1 session = cli.open(new SessionOpening("a\u001b[31m", "b\u009b2J\u007f\u202e", null, null,
                new Json("\"c\u009d\""), null));
        assertThat(get(session, "json").out()).containsIgnoringCase("a\\u001b[31m")
                .containsIgnoringCase("b\\u009b2J\\u007f\\u202e").containsIgnoringCase("\"c\\u009d\"");
        cli.terminal = Terminal.of("1", "1");
        for (String format : List.of("yaml", "csv", "table")) {
            assertThat(get(session, format).out()).doesNotContain("\u001b", "\u009b", "\u202e", "\u009d");
        }
    }

    @Test
    void yamlIsTheSameDataAndKeepsDigits() {
        SessionV1 session = cli.open(new SessionOpening("007", "null", "true", "",
                new Json(
                        """
                {"n":12345678901234567890.12345678901234567890,"e":1E+2,"yes":"no","multi":"a\\nb: c # d","":[],"~":null}"""),
                new Json("[1.0,{\"k\":\"Zoë \\ud83d\\ude00\"},\"- x\"]")));
        String yaml = get(session, "yaml").out();
        JsonNode json = new JsonMapper().readTree(ResourceJson.of(session));
        assertThat(YAMLMapper.builder().build().readTree(yaml)).isEqualTo(json);
        assertThat(yaml).contains(": 12345678901234567890.12345678901234567890\n", "\nuser_id: \"007\"\n",
                "Zoë 😀");
    }

    @Test
    void yamlQuotesSpecialNames() {
        SessionV1 session = cli
                .open(new SessionOpening("u", null, null, null, new Json("{\"<<\":{\"x\":1},\"=\":2}"), null));
        assertThat(get(session, "yaml").out()).contains("  \"<<\":\n", "  \"=\": 2\n");
    }

    @Test
    void yamlOfAListIsOneSequence() {
        assertThat(cli.run("list", "-o", "yaml").out()).isEqualTo("[]\n");
        String alice = ResourceJson.ofListed(cli.open("alice\nsmith"));
        cli.clock.advance(java.time.Duration.ofMillis(1));
        String bob = ResourceJson.ofListed(cli.open("bob"));
        JsonNode sequence = YAMLMapper.builder().build().readTree(cli.run("list", "-o", "yaml").out());
        assertThat(sequence).isEqualTo(new JsonMapper().readTree("[" + bob + "," + alice + "]"));
    }

    @Test
    void csvQuotesSpecialCharacters() {
        SessionV1 session = cli.open(new SessionOpening("a,b", "say \"hi\"", "", null, new Json("{\"x\":[1,2]}"),
                new Json("\"line\\nline\"")));
        assertThat(get(session, "csv").out()).isEqualTo("""
                id,user_id,user_name,active,open_time,request_time,close_time,address,client,version,expires_at,user,data
                %s,"a,b","say ""hi""\",true,%s,,,1,2026-03-01T13:00:00.123Z,"{""x"":[1,2]}","""
                .formatted(session.id().value(), TIMES) + "\"\"\"line\\nline\"\"\"\n");
    }

    @Test
    void csvListHasAHeaderEvenIfEmpty() {
        String header = "id,user_id,user_name,active,open_time,request_time,close_time,address,client,version,expires_at\n";
        assertThat(cli.run("list", "-o", "csv").out()).isEqualTo(header);
        SessionV1 session = cli.close(cli.open("alice"));
        assertThat(cli.run("list", "-o", "csv").out()).isEqualTo(header + session.id().value() + ",alice,Name,false,"
                + TIMES + "2026-03-01T12:00:00.123Z,192.168.0.7,web,2,\n");
    }

    @Test
    void onATerminalEachFieldIsOnALine() {
        SessionV1 session = cli.open("alice");
        cli.terminal = Terminal.of("1", "1");
        assertThat(cli.run("get", session.id().value()).out())
                .startsWith("id            " + session.id().value() + "\n")
                .contains("\nuser_name     Name\n", "\nclose_time    -\n", "\ndata          [1,2]\n").hasLineCount(13);
    }

    private Ran get(SessionV1 session, String format) {
        return cli.run("get", session.id().value(), "-o", format);
    }
}
