package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Faults in what a JSON body says. */
enum FaultInJson implements Fault {

    WRONG_VALUE {
        @Override
        void spoil(ObjectNode object, Chance chance) {
            object.set(memberOf(object, chance), raw(chance.pick(OddJson.VALUES)));
        }
    },

    WRONG_BODY {
        @Override
        public void spoil(Draft draft, Chance chance) {
            draft.json = raw(chance.pick(OddJson.VALUES));
        }
    },

    MISSING_MEMBER {
        @Override
        void spoil(ObjectNode object, Chance chance) {
            object.remove(memberOf(object, chance));
        }
    },

    UNKNOWN_MEMBER {
        @Override
        void spoil(ObjectNode object, Chance chance) {
            object.set(chance.pick(OddJson.NAMES), raw(chance.pick(OddJson.VALUES)));
        }
    },

    REPEATED_MEMBER {
        @Override
        void spoil(ObjectNode object, Chance chance) {
            String name = memberOf(object, chance);
            String again = JsonNodeFactory.instance.stringNode(name) + ":" + chance.pick(OddJson.VALUES);
            object.set(name, raw(object.path(name) + "," + again));
        }
    };

    @Override
    public void spoil(Draft draft, Chance chance) {
        List<ObjectNode> objects = objects(draft.json).toList();
        if (!objects.isEmpty()) {
            spoil(chance.oneIn(2) ? objects.getFirst() : chance.pick(objects), chance);
        }
    }

    /** Spoils one of the body's objects. */
    void spoil(ObjectNode object, Chance chance) {
        throw new UnsupportedOperationException(this + " is a fault of the whole");
    }

    /** The outermost first. */
    private static Stream<ObjectNode> objects(@Nullable JsonNode json) {
        if (json == null) {
            return Stream.empty();
        }
        Stream<ObjectNode> inner = json.valueStream().flatMap(FaultInJson::objects);
        return json instanceof ObjectNode object ? Stream.concat(Stream.of(object), inner) : inner;
    }

    private static String memberOf(ObjectNode object, Chance chance) {
        return object.isEmpty() ? "x" : chance.pick(List.copyOf(object.propertyNames()));
    }

    /** Written as it is, well-formed or not. */
    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
