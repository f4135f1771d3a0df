package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** A way to spoil a request. */
interface Mutation {

    /** In the order in which they can follow each other: what JSON says, its bytes, what stands around it. */
    List<Mutation> ALL = Stream.<Mutation[]>of(JsonMutation.values(), ByteMutation.values(), EnvelopeMutation.values())
            .flatMap(Stream::of).toList();

    void spoil(RequestDraft draft, SeededRandom chance);
}
