package sessions.application.observe;

import java.time.Instant;
import java.util.List;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driven.HourlyCounts;

/** Reports calls about counts by hour. */
record ObservedHourlyCounts(HourlyCounts port, StoreCalls calls) implements HourlyCounts {

    @Override
    public List<SessionStatistics.Hour> count(Instant from, int hours, Instant now) {
        return calls.observed("count_by_hour", () -> port.count(from, hours, now));
    }
}
