package sessions.testkit;

/** All that a service must do. */
public interface DrivingPortsContract
        extends
            SessionsLifeCycleContract,
            SessionsListContract,
            ResourcesChangeContract,
            ResourcesOpeningContract,
            ResourcesListContract,
            AdminContract,
            StatisticsContract,
            MonitoringContract {
}
