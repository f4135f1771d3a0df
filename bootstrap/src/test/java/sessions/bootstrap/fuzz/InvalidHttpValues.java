package sessions.bootstrap.fuzz;

import java.util.List;

/**
 * Values that are invalid in most places of a request, as they are sent. Each character of a header stands for a byte.
 */
final class InvalidHttpValues {

    /** Invalid segments of a path, as they are sent. */
    static final List<String> SEGMENTS = List.of("", "x", "..", ".", "%2e%2e", "%2f", "a%2fb", "%00", "%", "%zz", "%ff",
            "%c0%80", "%ed%a0%80", "%f0%9f%92%a5", "%u0041", ";x=1", "a;b", "%3b", "%5c", "\\", "%25", "%20", "+",
            "é", "\"", "<x>", "{id}", "|", "^", "`", "%0a", "%0d%0aX:y", "'%20OR%20'1'='1",
            "0123456789abcdef0123456789ABCDEF",
            "00000000000000000000000000000000", "ffffffffffffffffffffffffffffffff",
            "00000000-0000-0000-0000-000000000000", "x".repeat(300), "x".repeat(3000), "x".repeat(20_000));

    /** Invalid parts of a query, as they are sent. */
    static final List<String> QUERY = List.of("", "=", "&", "x", "x=1", "=x", "%", "%=%", "x=%zz", "%ff=1", "x=%ff",
            "limit=", "limit=0", "limit=-1", "limit=1e3", "limit=9999999999", "limit=1&limit=2", "limit[]=1",
            "user_id=", "user_id=%00", "user_id=%ed%a0%80", "user_id[$gt]=", "user_id=%", "cursor=", "cursor=%00",
            "cursor=AAAABBBB", "active=maybe", "total=1", "hours=0", "hours=99999", "opened_from=x",
            "opened_to=99999999999999999999", "requested_from=2020-13-01", "correlation_id=", "correlation_id=%",
            "correlation_id=%0d%0aX:y", "correlation_id=%00%e2%80%ae", "correlation_id=" + "x".repeat(500),
            "x=" + "y".repeat(20_000),
            "a=1;b=2", "api_key=x", "é=é", "?", "x=" + "%41".repeat(1000), "user_id=' OR '1'='1");

    static final List<Header> HEADERS = List.of(header("If-Match", "1"),
            header("If-Match", "\"1"), header("If-Match", "\"\""),
            header("If-Match", "W/\"1\""), header("If-Match", "\"99999999999999999999\""),
            header("If-Match", "*, *"), header("If-Match", ""),
            header("If-Match", "\"1\",".repeat(500)), header("If-None-Match", "*"),
            header("If-None-Match", "\u00e9"), header("If-None-Match", "\"1\", W/\"2\""),
            header("If-Modified-Since", "yesterday"), header("Idempotency-Key", ""),
            header("Idempotency-Key", "\u00e9"), header("Idempotency-Key", "k".repeat(256)),
            header("Idempotency-Key", "same"), header("Prefer", "return=minimal, wait=-1"),
            header("Accept", "text/html"), header("Accept", "*/*;q=x"),
            header("Accept-Encoding", "gzip"), header("Accept-Encoding", ";;,q"),
            header("Accept-Language", "xx"), header("Range", "bytes=5-1"),
            header("X-Correlation-Id", ""), header("X-Correlation-Id", "\u00c3\u00a9\u00ff"),
            header("X-Correlation-Id", "x".repeat(1000)), header("correlation_id", "\t{}\"\\"),
            header("traceparent", "00-0-0-0"), header("traceparent", "ff-" + "f".repeat(500)),
            header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
            header("tracestate", "=,=;" + "x".repeat(600)), header("Origin", "null"),
            header("Origin", "http://evil.example"), header("Cookie", "a=b; c"),
            header("X-HTTP-Method-Override", "DELETE"), header("X-Forwarded-For", "x, , y"),
            header("Forwarded", "for=\"["), header("Access-Control-Request-Method", "DELETE"),
            header("X-Large", "x".repeat(20_000)), header("X\u00e9", "x"),
            header("", "nameless"), header("X-Control", "\u0001\u007f"),
            header("Transfer-Encoding", "identity"), header("Host", "b"),
            header("Upgrade", "h2c"), header("X Y", "z"));

    static final List<String> CONTENT_TYPES = List.of("text/plain", "", "application", "application/json; charset=x",
            "application/json;charset=utf-16", "APPLICATION/JSON", "application/ld+json", "/+json", "*/*",
            "application/merge-patch+json", "application/x-www-form-urlencoded", "multipart/form-data",
            "multipart/form-data; boundary=x", "application/xml", "\u00e9/\u00ff+json");

    static final List<String> CONTENT_ENCODINGS = List.of("gzip", "br", "identity", "", "identity, gzip",
            "x".repeat(100));

    static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE",
            "CONNECT", "PROPFIND", "BREW", "get", "PO\u00e9T", "X".repeat(500));

    static final List<String> KEYS = List.of("", "Bearer", "Bearer x", "Bearer sessions_wrong", "Basic eDp5",
            "bearer \u00e9",
            "Bearer " + "x".repeat(5000));

    private InvalidHttpValues() {
    }

    private static Header header(String name, String value) {
        return new Header(name, value);
    }
}
