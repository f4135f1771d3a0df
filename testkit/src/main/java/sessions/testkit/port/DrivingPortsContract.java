package sessions.testkit.port;

/** All contract suites of a service. */
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
