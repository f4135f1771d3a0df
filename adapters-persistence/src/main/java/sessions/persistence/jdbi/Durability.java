package sessions.persistence.jdbi;

import java.util.function.Supplier;

/** Makes committed changes durable, each transaction completely or not at all. */
public interface Durability extends AutoCloseable {

    /** For databases whose commits are durable. */
    Durability BY_COMMIT = new Durability() {
        @Override
        public <T> T runTransaction(Supplier<T> transaction) {
            return transaction.get();
        }

        @Override
        public void await() {
            // Done by the commit.
        }

        @Override
        public void close() {
            // Holds no resources.
        }
    };

    /** Runs a transaction with its commit. A concurrent write to disk contains all of it or nothing. */
    <T> T runTransaction(Supplier<T> transaction);

    /**
     * Returns once everything that was committed before the call is on disk.
     *
     * @throws sessions.domain.error.StoreUnavailableException if that fails
     */
    void await();

    @Override
    void close();
}
