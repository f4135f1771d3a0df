package sessions.pip;

/** The role that a component of the original has in this service. */
enum ComponentRole {
    PERSISTENCE,
    CONTROLLER,
    ENDPOINT,
    SERVICE,
    GRPC_ENDPOINT,
    GRPC_SERVICE,

    /** Has no settings. */
    SENECA_ENDPOINT,
    SENECA_SERVICE,
    LOGGER,
    COUNTERS,

    /** Name and description of the service, which are fixed here. */
    CONTEXT,

    /** Heartbeat, status and API description, which are always served here. */
    ALWAYS_ON,

    /** Has no counterpart here. */
    OTHER
}
