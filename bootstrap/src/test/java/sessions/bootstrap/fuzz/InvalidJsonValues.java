package sessions.bootstrap.fuzz;

import java.util.List;

/** Values that are invalid in most places of a JSON body. */
final class InvalidJsonValues {

    static final List<String> VALUES = List.of("null", "true", "0", "-1", "-0", "0.1", "1e400", "-1e400", "1e-99999",
            "1e99999999999", "2147483648", "9007199254740993", "9223372036854775808", "-9223372036854775809",
            "9".repeat(5000), "0." + "3".repeat(5000), "\"\"", "\" \"", "[]", "{}", "[[]]", "[null]", "{\"\":{}}",
            "{\"$gt\":\"\"}", "{\"$where\":\"sleep(1000)\"}", "{\"$ne\":null}", "{\"__proto__\":{\"a\":1}}",
            "\"' OR '1'='1\"", "\"1; drop table sessions; --\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"",
            "\"\\udc00\\ud800\"", "\"\\ud83d\\udca9\"", "\"\u202e\u200b\ufeff\"", "\"\uffff\"", "\"../../etc/passwd\"",
            "\"%s%n%x\"", "\"${jndi:ldap://127.0.0.1/x}\"", "\"" + "x".repeat(256) + '"',
            "\"" + "💥".repeat(513) + '"', "\"" + "x".repeat(100_000) + '"', "\"<script>\"", "\"1\"", "\"true\"",
            "\"2020-13-01\"", "\"2020-01-01T25:00:00Z\"", "\"+1000000000-12-31T23:59:59.999999999Z\"",
            nested("[", "]", 500), nested("[", "]", 501), nested("{\"a\":", "}", 490), nested("{\"a\":", "}", 5000));

    static final List<String> NAMES = List.of("", "$set", "_id", "id", "\u0000", "class", "ID", "a.b",
            "x".repeat(2000));

    private InvalidJsonValues() {
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "1" + close.repeat(depth);
    }
}
