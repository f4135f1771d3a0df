'use strict';
// Each client as the same function: call(command, arguments) returns the result of the client, or fails as the client fails.

const { ConfigParams, FilterParams, PagingParams } = require('pip-services3-commons-nodex');
const sessions = require('client-sessions-node');
// In the package, but not exported.
const { SessionsGrpcClientV1 } = require('client-sessions-node/obj/src/version1/SessionsGrpcClientV1');
const stub = require('./stub');

/** The methods of the original's clients, with their arguments in order. */
const METHODS = {
    get_sessions: (client, a) => client.getSessions(CORRELATION_ID, FilterParams.fromValue(a.filter),
        a.paging ? new PagingParams(a.paging.skip, a.paging.take, a.paging.total) : null),
    get_session_by_id: (client, a) => client.getSessionById(CORRELATION_ID, a.session_id),
    open_session: (client, a) => client.openSession(CORRELATION_ID, a.user_id, a.user_name, a.address, a.client, a.user, a.data),
    store_session_data: (client, a) => client.storeSessionData(CORRELATION_ID, a.session_id, a.data),
    update_session_user: (client, a) => client.updateSessionUser(CORRELATION_ID, a.session_id, a.user),
    close_session: (client, a) => client.closeSession(CORRELATION_ID, a.session_id),
    close_expired_sessions: (client) => client.closeExpiredSessions(CORRELATION_ID),
    delete_session_by_id: (client, a) => client.deleteSessionById(CORRELATION_ID, a.session_id)
};

const CORRELATION_ID = 'node-1';

async function original(client, port) {
    client.configure(ConfigParams.fromTuples('connection.protocol', 'http', 'connection.host', '127.0.0.1',
        'connection.port', port));
    await client.open(CORRELATION_ID);
    return {
        call: (command, a) => METHODS[command](client, a),
        close: () => client.close(CORRELATION_ID)
    };
}

function seneca(module, type, port, options = {}) {
    const instance = require(module)({ log: 'silent', ...options })
        .client({ type, host: '127.0.0.1', port: Number(port), pin: 'role:sessions' });
    return new Promise((resolve) => instance.ready(() => resolve({
        call: (command, a) => new Promise((answered, refused) => instance.act(
            { role: 'sessions', version: 1, cmd: command, correlation_id: CORRELATION_ID, ...a },
            (error, result) => error ? refused(error) : answered(result))),
        close: () => new Promise((closed) => instance.close(closed))
    })));
}

/** The clients by their names in docs/compatibility.md; each takes the port that it needs. */
module.exports = {
    'HTTP': { port: 'http', connect: (port) => original(new sessions.SessionsCommandableHttpClientV1(), port) },
    'gRPC': { port: 'grpc', connect: (port) => original(new SessionsGrpcClientV1(), port) },
    'gRPC, generated stub': { port: 'grpc', connect: (port) => stub(port, CORRELATION_ID) },
    'commandable gRPC': { port: 'grpc', connect: (port) => original(new sessions.SessionsCommandableGrpcClientV1(), port) },
    'Seneca H1': { port: 'seneca', connect: (port) => seneca('seneca', 'http', port) },
    'Seneca H2': { port: 'seneca', connect: (port) => seneca('seneca', 'http', port, { legacy: { transport: false } }) },
    'Seneca TCP': { port: 'seneca_tcp', connect: (port) => seneca('seneca', 'tcp', port) },
    'Seneca 3.4 H1': { port: 'seneca', connect: (port) => seneca('seneca-3.4', 'http', port) },
    'Seneca 3.4 TCP': { port: 'seneca_tcp', connect: (port) => seneca('seneca-3.4', 'tcp', port) }
};
