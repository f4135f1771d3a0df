package sessions.bootstrap.fuzz;

import java.util.List;

/** Texts of a length in UTF-16 units. */
final class Texts {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789_-.";

    /** Texts that are difficult for encodings, quoting and patterns. */
    private static final List<String> ODD = List.of("é", "漢", "💥", "\"", "\\", "'", "%", "_", "\u0001", "\n", "\u2028",
            "\u202e", "\uffff", "\ufeff", "e\u0301", "/", "<", "&", "+", ";", "$", ".", " ", "\t", "\u0080");

    private Texts() {
    }

    /** Texts of lower-case letters, digits and the like. */
    static String plain(SeededRandom chance, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(PLAIN.charAt(chance.below(PLAIN.length())));
        }
        return text.toString();
    }

    /** Without NUL and lone surrogates. */
    static String any(SeededRandom chance, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String next = chance.oneIn(4) ? chance.pick(ODD) : plain(chance, 1);
            text.append(text.length() + next.length() <= length ? next : "x");
        }
        return text.toString();
    }
}
