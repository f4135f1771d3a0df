package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** A way to corrupt a request. */
interface Mutation {

    /** All mutations, in the order in which they can be combined: JSON values, bytes, envelope. */
    List<Mutation> ALL = Stream.<Mutation[]>of(JsonMutation.values(), ByteMutation.values(), EnvelopeMutation.values())
            .flatMap(Stream::of).toList();

    void corrupt(RequestDraft draft, SeededRandom chance);
}
