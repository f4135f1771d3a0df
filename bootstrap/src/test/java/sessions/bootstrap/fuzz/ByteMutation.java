package sessions.bootstrap.fuzz;

import java.util.List;

/** Corrupts the bytes of a body. */
enum ByteMutation implements Mutation {

    CUT_OFF {
        @Override
        String corrupted(String body, SeededRandom chance) {
            return body.substring(0, chance.below(body.length() + 1));
        }
    },

    FLIPPED_BITS {
        @Override
        String corrupted(String body, SeededRandom chance) {
            StringBuilder flipped = new StringBuilder(body);
            for (int left = body.isEmpty() ? 0 : 1 + chance.below(3); left > 0; left--) {
                int place = chance.below(body.length());
                flipped.setCharAt(place, (char) (flipped.charAt(place) ^ (1 << chance.below(8))));
            }
            return flipped.toString();
        }
    },

    /** Invalid UTF-8 or JSON. */
    INSERTION {
        @Override
        String corrupted(String body, SeededRandom chance) {
            return inserted(chance.pick(INSERTIONS), body, chance);
        }
    },

    /** More than the service's limit. */
    SIZE {
        @Override
        String corrupted(String body, SeededRandom chance) {
            return chance.oneIn(16) ? inserted(TOO_MUCH, body, chance) : body;
        }
    };

    /** Each character stands for a byte. */
    private static final List<String> INSERTIONS = List.of("\u00ff", "\u00c3", "\u00c0\u0080", "\u00ed\u00a0\u0080",
            "\u00f4\u0090\u0080\u0080", "\u00ef\u00bb\u00bf", "\0", "\u0001", "\n", "{", "}", "]", "\"", "\\", ",", ":",
            "//", "NaN", "-", "0", "e9", " x", "'", "\u001e");

    private static final String TOO_MUCH = " ".repeat(1_100_000);

    @Override
    public void corrupt(RequestDraft draft, SeededRandom chance) {
        draft.setBody(corrupted(draft.body(), chance));
    }

    abstract String corrupted(String body, SeededRandom chance);

    private static String inserted(String text, String body, SeededRandom chance) {
        int place = chance.pick(List.of(0, body.length(), chance.below(body.length() + 1)));
        return body.substring(0, place) + text + body.substring(place);
    }
}
