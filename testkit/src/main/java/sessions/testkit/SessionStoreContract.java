package sessions.testkit;

/** All that a session store must do. */
public interface SessionStoreContract
        extends
            StoreLifeCycleContract,
            StoreListContract,
            StoreExpiryContract,
            StoreConcurrencyContract {
}
