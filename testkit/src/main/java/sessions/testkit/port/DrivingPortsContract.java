package sessions.testkit.port;

/** All that a service must do. */
public interface DrivingPortsContract
        extends
            SessionsLifeCycleContract,
            SessionsListContract,
            ResourcesChangeContract,
            ResourcesOpeningContract,
            ResourcesListContract,
            AdminContract,
            RemovalContract,
            ExportContract,
            StatisticsContract,
            MonitoringContract {
}
