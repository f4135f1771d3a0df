package sessions.bootstrap.fuzz;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import sessions.testkit.openapi.ApiOperation;

/** Counts the responses of each operation by status. */
final class ResponseCounts {

    /** Errors that are returned before the request is examined. */
    private static final Set<Integer> AT_THE_DOOR = Set.of(401, 403, 404, 405, 414, 431);

    private final Map<String, Map<Integer, LongAdder>> answers = new ConcurrentSkipListMap<>();

    /** If the method is mutated, the operation was not reached. */
    void count(FuzzRequest request, int status) {
        ApiOperation operation = request.operation();
        String met = request.method().equals(operation.method()) ? operation.id() : request.method();
        answers.computeIfAbsent(met, _ -> new ConcurrentSkipListMap<>())
                .computeIfAbsent(status, _ -> new LongAdder()).increment();
    }

    /** Returns the operations that never succeeded. */
    List<String> neverServed(List<ApiOperation> operations) {
        return without(operations, status -> status < 300);
    }

    /** Returns the operations that never returned an error. */
    List<String> neverRefused(List<ApiOperation> operations) {
        return without(operations, status -> status >= 400 && status < 500 && !AT_THE_DOOR.contains(status));
    }

    private List<String> without(List<ApiOperation> operations, IntPredicate status) {
        return operations.stream().map(ApiOperation::id).filter(id -> answers.getOrDefault(id, Map.of()).keySet()
                .stream().noneMatch(status::test)).toList();
    }

    /** Returns the totals by status. */
    @Override
    public String toString() {
        return answers.values().stream().flatMap(byStatus -> byStatus.entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.summingLong(entry -> entry.getValue().sum())))
                .entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
