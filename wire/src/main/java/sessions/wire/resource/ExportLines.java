package sessions.wire.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sessions.domain.model.CursorPaging;
import sessions.domain.model.SessionV1;
import sessions.wire.json.ArgumentReader;
import sessions.wire.json.JsonMembers;
import sessions.wire.json.ResponseReader;
import sessions.wire.json.Utf8;

/** Complete sessions as JSON Lines, and the query for a page of them. */
public final class ExportLines {

    public static final String MEDIA_TYPE = "application/jsonl";

    private ExportLines() {
    }

    /**
     * Returns a session with its content as one line, including the line break. White space in the content that would
     * break the line is replaced.
     */
    public static String line(SessionV1 session) {
        return singleLine(ResourceJson.of(session)) + "\n";
    }

    /** Raw line breaks can only be white space between values of the content. */
    private static String singleLine(String json) {
        return json.replace('\n', ' ').replace('\r', ' ');
    }

    /**
     * Reads such lines.
     *
     * @throws sessions.domain.error.InvalidDataException if a line is not a session
     * @throws sessions.domain.error.InvalidJsonException if a line is not JSON
     */
    public static List<SessionV1> read(byte[] body) {
        return Utf8.decode(body).lines().map(line -> SessionReader.read(ResponseReader.of(line))).toList();
    }

    /**
     * Reads the page that a query requests; all sessions if it has no limit.
     *
     * @throws sessions.domain.error.InvalidDataException naming all invalid and unknown parameters; if parameters are
     *         repeated, it names only those
     */
    public static CursorPaging paging(Map<String, List<String>> parameters) {
        ArgumentReader query = new ArgumentReader(JsonMembers.ofTexts(parameters));
        CursorPaging paging = new CursorPaging(CursorToken.read(query), ListQuery.limit(query), false);
        query.rejectUnknown();
        query.throwIfInvalid();
        return paging;
    }

    /** Returns the parameters by name, as {@link #paging} reads them. */
    public static Map<String, String> query(CursorPaging paging) {
        Map<String, String> parameters = new LinkedHashMap<>();
        ListQuery.put(parameters, paging);
        return parameters;
    }
}
