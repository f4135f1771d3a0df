package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** A way to spoil a request. */
interface Fault {

    /** In the order in which they can follow each other: what JSON says, its bytes, what stands around it. */
    List<Fault> ALL = Stream.<Fault[]>of(FaultInJson.values(), FaultInBytes.values(), FaultAround.values())
            .flatMap(Stream::of).toList();

    void spoil(Draft draft, Chance chance);
}
