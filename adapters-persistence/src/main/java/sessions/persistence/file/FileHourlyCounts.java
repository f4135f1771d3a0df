package sessions.persistence.file;

import java.time.Instant;
import java.util.List;
import sessions.domain.model.SessionStatistics;
import sessions.domain.port.driven.HourlyCounts;

/** Counts the visible sessions by hour. */
record FileHourlyCounts(FileChanges changes) implements HourlyCounts {

    @Override
    public List<SessionStatistics.Hour> count(Instant from, int hours, Instant now) {
        return changes.visible().hours().count(from, hours, now);
    }
}
