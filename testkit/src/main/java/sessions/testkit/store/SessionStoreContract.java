package sessions.testkit.store;

/** All contract suites of a session store. */
public interface SessionStoreContract
        extends
            StoreLifeCycleContract,
            StoreContentContract,
            StoreListContract,
            StoreCursorContract,
            StoreExpiryContract,
            StoreIdempotencyContract,
            StoreClosingContract,
            StoreStatisticsContract,
            StoreCopyContract,
            StoreRemovalContract,
            StoreConcurrencyContract {
}
