package sessions.persistence.jdbi;

import java.util.function.Supplier;

/** Makes committed changes durable, each transaction as a whole. */
public interface Durability extends AutoCloseable {

    /** For databases whose commit is durable by itself. */
    Durability BY_COMMIT = new Durability() {
        @Override
        public <T> T whole(Supplier<T> transaction) {
            return transaction.get();
        }

        @Override
        public void await() {
            // Done by the commit.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    };

    /** Runs a transaction with its commit; what reaches the disk meanwhile holds all of it or nothing. */
    <T> T whole(Supplier<T> transaction);

    /**
     * Returns when everything that was committed before the call is on disk.
     *
     * @throws sessions.domain.error.StoreUnavailableException where that failed
     */
    void await();

    @Override
    void close();
}
