package sessions.testkit.store;

/** All that a session store must do. */
public interface SessionStoreContract
        extends
            StoreLifeCycleContract,
            StoreContentContract,
            StoreListContract,
            StoreCursorContract,
            StoreExpiryContract,
            StoreIdempotencyContract,
            StoreRevocationContract,
            StoreStatisticsContract,
            StoreCopyContract,
            StoreRemovalContract,
            StoreConcurrencyContract {
}
