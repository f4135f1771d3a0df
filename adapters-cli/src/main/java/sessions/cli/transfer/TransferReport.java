package sessions.cli.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sessions.cli.output.Column;
import sessions.cli.output.View;
import tools.jackson.databind.json.JsonMapper;

/**
 * The result of moving sessions.
 *
 * @param figures the figures by name, in the order in which they are printed
 */
record TransferReport(Map<String, Object> figures) {

    private static final JsonMapper JSON = new JsonMapper();

    static TransferReport of(String name, long count) {
        return new TransferReport(Map.of()).with(name, count);
    }

    TransferReport with(String name, Object figure) {
        Map<String, Object> more = new LinkedHashMap<>(figures);
        more.put(name, figure);
        return new TransferReport(more);
    }

    /** Returns a copy with the result of a comparison. */
    TransferReport with(TransferVerification.Result result) {
        return with("verified", result.same()).with("missing", result.missing()).with("different", result.different())
                .with("checksum", result.checksum()).with("store_checksum", result.storeChecksum());
    }

    View<TransferReport> view() {
        List<Column<TransferReport>> columns = figures.keySet().stream()
                .map(name -> Column.<TransferReport>of(name, report -> report.figures.get(name))).toList();
        return View.of(columns, report -> JSON.writeValueAsString(report.figures));
    }
}
