package sessions.domain.port.driven;

/** A store that is composed of one part per port. */
public abstract class ComposedStore implements SessionStore {

    private final SessionRecords sessions;
    private final SessionLists lists;
    private final IdempotencyRecords idempotency;
    private final BulkClosing closing;
    private final BulkRemoval removal;
    private final HourlyCounts hours;
    private final SessionCopies copies;

    protected ComposedStore(SessionRecords sessions, SessionLists lists, IdempotencyRecords idempotency,
            BulkClosing closing, BulkRemoval removal, HourlyCounts hours, SessionCopies copies) {
        this.sessions = sessions;
        this.lists = lists;
        this.idempotency = idempotency;
        this.closing = closing;
        this.removal = removal;
        this.hours = hours;
        this.copies = copies;
    }

    @Override
    public SessionRecords sessions() {
        return sessions;
    }

    @Override
    public SessionLists lists() {
        return lists;
    }

    @Override
    public IdempotencyRecords idempotency() {
        return idempotency;
    }

    @Override
    public BulkClosing closing() {
        return closing;
    }

    @Override
    public BulkRemoval removal() {
        return removal;
    }

    @Override
    public HourlyCounts hours() {
        return hours;
    }

    @Override
    public SessionCopies copies() {
        return copies;
    }
}
