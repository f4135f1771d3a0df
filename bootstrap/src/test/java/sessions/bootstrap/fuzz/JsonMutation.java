package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Corrupts the values of a JSON body. */
enum JsonMutation implements Mutation {

    WRONG_VALUE {
        @Override
        void corrupt(ObjectNode object, SeededRandom chance) {
            object.set(memberOf(object, chance), raw(chance.pick(InvalidJsonValues.VALUES)));
        }
    },

    WRONG_BODY {
        @Override
        public void corrupt(RequestDraft draft, SeededRandom chance) {
            draft.json = raw(chance.pick(InvalidJsonValues.VALUES));
        }
    },

    MISSING_MEMBER {
        @Override
        void corrupt(ObjectNode object, SeededRandom chance) {
            object.remove(memberOf(object, chance));
        }
    },

    UNKNOWN_MEMBER {
        @Override
        void corrupt(ObjectNode object, SeededRandom chance) {
            object.set(chance.pick(InvalidJsonValues.NAMES), raw(chance.pick(InvalidJsonValues.VALUES)));
        }
    },

    REPEATED_MEMBER {
        @Override
        void corrupt(ObjectNode object, SeededRandom chance) {
            String name = memberOf(object, chance);
            String again = JsonNodeFactory.instance.stringNode(name) + ":" + chance.pick(InvalidJsonValues.VALUES);
            object.set(name, raw(object.path(name) + "," + again));
        }
    };

    @Override
    public void corrupt(RequestDraft draft, SeededRandom chance) {
        List<ObjectNode> objects = objects(draft.json).toList();
        if (!objects.isEmpty()) {
            corrupt(chance.oneIn(2) ? objects.getFirst() : chance.pick(objects), chance);
        }
    }

    /** Corrupts one of the body's objects. */
    void corrupt(ObjectNode object, SeededRandom chance) {
        throw new UnsupportedOperationException(this + " is a fault of the whole");
    }

    /** The outermost first. */
    private static Stream<ObjectNode> objects(@Nullable JsonNode json) {
        if (json == null) {
            return Stream.empty();
        }
        Stream<ObjectNode> inner = json.valueStream().flatMap(JsonMutation::objects);
        return json instanceof ObjectNode object ? Stream.concat(Stream.of(object), inner) : inner;
    }

    private static String memberOf(ObjectNode object, SeededRandom chance) {
        return object.isEmpty() ? "x" : chance.pick(List.copyOf(object.propertyNames()));
    }

    /** Inserted as is, well-formed or not. */
    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
