package sessions.persistence.jdbi;

/** Makes committed changes durable. */
interface Durability extends AutoCloseable {

    /** For databases whose commit is durable by itself. */
    Durability BY_COMMIT = new Durability() {
        @Override
        public void await() {
            // Done by the commit.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /**
     * Returns when everything that was committed before the call is on disk.
     *
     * @throws sessions.domain.StoreUnavailableException where that failed
     */
    void await();

    @Override
    void close();
}
