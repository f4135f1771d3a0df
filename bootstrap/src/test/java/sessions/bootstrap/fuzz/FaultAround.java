package sessions.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Faults in method, address and headers. */
enum FaultAround implements Fault {

    CONTENT_TYPE {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.removeHeader("Content-Type");
            if (!chance.oneIn(4)) {
                draft.setHeader("Content-Type", chance.pick(OddHttp.CONTENT_TYPES));
            }
        }
    },

    CONTENT_ENCODING {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.setHeader("Content-Encoding", chance.pick(OddHttp.CONTENT_ENCODINGS));
        }
    },

    QUERY {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.query.add(chance.pick(OddHttp.QUERY));
        }
    },

    HEADER {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.headers.add(chance.pick(OddHttp.HEADERS));
        }
    },

    KEY {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.setHeader(chance.pick(List.of("Authorization", "X-API-Key")), chance.pick(OddHttp.KEYS));
        }
    },

    /** Another segment, or one more. */
    PATH {
        @Override
        public void spoil(Draft draft, Chance chance) {
            List<String> segments = new ArrayList<>(List.of(draft.path.split("/", -1)));
            int place = 1 + chance.below(segments.size());
            if (place < segments.size() && !chance.oneIn(4)) {
                segments.remove(place);
            }
            segments.add(place, chance.pick(OddHttp.SEGMENTS));
            draft.path = String.join("/", segments);
        }
    },

    METHOD {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.method = chance.pick(OddHttp.METHODS);
        }
    }
}
