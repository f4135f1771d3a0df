package sessions.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sessions.testkit.Fixtures.HOUR;
import static sessions.testkit.Fixtures.NOON;
import static sessions.testkit.Fixtures.ONE_HOUR;
import static sessions.testkit.Fixtures.activeIs;
import static sessions.testkit.Fixtures.changed;
import static sessions.testkit.Fixtures.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import sessions.domain.model.ChangeOutcome;
import sessions.domain.model.Json;
import sessions.domain.model.SessionChange;
import sessions.domain.model.SessionV1;
import sessions.domain.model.SweptBatch;
import sessions.domain.port.driven.SessionStore;
import sessions.testkit.Concurrently;
import sessions.testkit.Fixtures;

/** Tests many threads and several instances at once. */
public interface StoreConcurrencyContract extends StoreContract {

    int THREADS = 100;

    @Test
    default void concurrentChangesApplyOneAfterTheOther() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        List<SessionV1> applied = Concurrently.run(THREADS, i -> () -> {
            List<SessionV1> mine = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                mine.add(changed(instance(i).sessions().change(session.id(), change(i, n), ONE_HOUR)));
            }
            return mine;
        }).stream().flatMap(List::stream).sorted(Comparator.comparingLong(SessionV1::version)).toList();
        assertThat(applied).extracting(SessionV1::version)
                .containsExactlyElementsOf(LongStream.rangeClosed(2, THREADS * 5 + 1).boxed().toList());
        assertThat(store().sessions().find(session.id(), NOON)).contains(applied.getLast());
    }

    @Test
    default void noChangeSucceedsAfterClose() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        List<ChangeOutcome> outcomes = Concurrently.run(THREADS, i -> () -> {
            List<ChangeOutcome> mine = new ArrayList<>();
            for (int n = 0; n < 5; n++) {
                SessionChange change = i == THREADS / 2 && n == 2 ? new SessionChange.Close(NOON, null) : change(i, n);
                mine.add(instance(i).sessions().change(session.id(), change, ONE_HOUR));
            }
            return mine;
        }).stream().flatMap(List::stream).toList();
        SessionV1 closed = store().sessions().find(session.id(), NOON).orElseThrow();
        assertThat(closed.active()).isFalse();
        List<SessionV1> applied = outcomes.stream().filter(ChangeOutcome.Changed.class::isInstance)
                .map(Fixtures::changed).toList();
        assertThat(applied).contains(closed).allMatch(each -> each.version() <= closed.version());
        assertThat(applied).hasSize((int) closed.version() - 1);
        assertThat(outcomes).allMatch(
                each -> each instanceof ChangeOutcome.Changed || each.equals(new ChangeOutcome.Closed(closed)));
    }

    @Test
    default void oneOfManyChangesForAVersionApplies() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        List<ChangeOutcome> outcomes = Concurrently.run(THREADS, i -> () -> instance(i).sessions().change(session.id(),
                new SessionChange.StoreData(new Json("" + i), NOON, 1L), ONE_HOUR));
        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangeOutcome.Stale.class::isInstance).hasSize(THREADS - 1);
    }

    @Test
    default void oneOfManyDeletesReturnsTheSession() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        List<Boolean> succeeded = Concurrently.run(20,
                i -> () -> instance(i).sessions().delete(session.id(), NOON, null) instanceof ChangeOutcome.Changed);
        assertThat(succeeded).filteredOn(success -> success).hasSize(1);
    }

    @Test
    default void deleteForAVersionIsOrderedWithChanges() {
        for (int round = 0; round < 20; round++) {
            SessionV1 session = session("user", NOON);
            store().sessions().insert(session);
            List<ChangeOutcome> outcomes = Concurrently.run(2, i -> () -> i == 0
                    ? store().sessions().change(session.id(), change(i, 0), ONE_HOUR)
                    : otherInstance().sessions().delete(session.id(), NOON, 1L));
            SessionV1 changed = changed(session.apply(change(0, 0), ONE_HOUR));
            assertThat(outcomes).isIn(
                    List.of(new ChangeOutcome.Changed(changed), new ChangeOutcome.Stale(changed)),
                    List.of(new ChangeOutcome.Missing(), new ChangeOutcome.Changed(session)));
        }
    }

    @Test
    default void oneOfManyTouchesWithinTheIntervalCounts() {
        SessionV1 session = session("user", NOON);
        store().sessions().insert(session);
        Instant time = NOON.plusSeconds(10);
        List<ChangeOutcome> outcomes = Concurrently.run(THREADS, i -> () -> instance(i).sessions().change(session.id(),
                new SessionChange.Touch(time.plusMillis(i), Duration.ofSeconds(10), null), ONE_HOUR));
        assertThat(outcomes).filteredOn(ChangeOutcome.Changed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangeOutcome.Unchanged.class::isInstance).hasSize(THREADS - 1);
        assertThat(store().sessions().find(session.id(), NOON).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    default void concurrentSweepsCloseEachSessionOnce() {
        int expired = 400;
        List<SessionV1> sessions = new ArrayList<>();
        for (int i = 0; i < expired; i++) {
            sessions.add(session("user", NOON));
        }
        store().copies().insertMissing(sessions);
        Instant now = NOON.plus(HOUR).plusMillis(1);
        int sweepers = 6;
        List<Integer> closed = Concurrently.run(sweepers + 4,
                i -> i < sweepers ? () -> sweepAll(instance(i), now) : () -> touchAll(instance(i), sessions));
        int swept = closed.stream().mapToInt(Integer::intValue).sum();
        long alive = store().lists().count(activeIs(true), now);
        assertThat(swept + alive).isEqualTo(expired);
        assertThat(sweepAll(store(), now.plus(HOUR).plus(HOUR))).isEqualTo((int) alive);
        assertThat(store().lists().count(activeIs(true), now.plus(HOUR).plus(HOUR))).isZero();
    }

    private SessionStore instance(int i) {
        return i % 2 == 0 ? store() : otherInstance();
    }

    private static SessionChange change(int thread, int n) {
        Instant time = NOON.plusMillis((thread * 37 + n * 11) % 1000);
        return new SessionChange.StoreData(new Json("[" + thread + "," + n + "]"), time, null);
    }

    private static int sweepAll(SessionStore store, Instant now) {
        int closed = 0;
        SweptBatch batch;
        do {
            batch = store.closing().closeExpired(now, 50);
            closed += batch.closed();
        } while (batch.more());
        return closed;
    }

    /** Touches at the sessions' last instant, so that a touch before the sweep keeps the session alive. */
    private static int touchAll(SessionStore store, List<SessionV1> sessions) {
        for (SessionV1 session : sessions.reversed()) {
            store.sessions().change(session.id(), new SessionChange.Touch(NOON.plus(HOUR), null), ONE_HOUR);
        }
        return 0;
    }
}
