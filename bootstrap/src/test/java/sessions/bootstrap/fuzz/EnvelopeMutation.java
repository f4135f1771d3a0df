package sessions.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Corrupts the method, address and headers. */
enum EnvelopeMutation implements Mutation {

    CONTENT_TYPE {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.removeHeader("Content-Type");
            if (!chance.oneIn(4)) {
                draft.setHeader("Content-Type", chance.pick(InvalidHttpValues.CONTENT_TYPES));
            }
        }
    },

    CONTENT_ENCODING {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.setHeader("Content-Encoding", chance.pick(InvalidHttpValues.CONTENT_ENCODINGS));
        }
    },

    QUERY {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.query.add(chance.pick(InvalidHttpValues.QUERY));
        }
    },

    HEADER {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.headers.add(chance.pick(InvalidHttpValues.HEADERS));
        }
    },

    KEY {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.setHeader(chance.pick(List.of("Authorization", "X-API-Key")), chance.pick(InvalidHttpValues.KEYS));
        }
    },

    /** Replaces a segment, or adds one. */
    PATH {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            List<String> segments = new ArrayList<>(List.of(draft.path.split("/", -1)));
            int place = 1 + chance.below(segments.size());
            if (place < segments.size() && !chance.oneIn(4)) {
                segments.remove(place);
            }
            segments.add(place, chance.pick(InvalidHttpValues.SEGMENTS));
            draft.path = String.join("/", segments);
        }
    },

    METHOD {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.method = chance.pick(InvalidHttpValues.METHODS);
        }
    }
}
