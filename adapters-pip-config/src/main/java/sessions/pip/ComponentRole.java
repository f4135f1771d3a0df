package sessions.pip;

/** What a component is to this service. */
enum ComponentRole {
    PERSISTENCE,
    CONTROLLER,
    ENDPOINT,
    SERVICE,
    GRPC_ENDPOINT,
    GRPC_SERVICE,

    /** Holds no settings. */
    SENECA_ENDPOINT,
    SENECA_SERVICE,
    LOGGER,
    COUNTERS,

    /** Name and description of the service; it has its own here. */
    CONTEXT,

    /** Heartbeat, status and description of the API. */
    ALWAYS_ON,

    /** What has no counterpart. */
    OTHER
}
