'use strict';
// The typed service through the generated stub and messages of the original's client, which expose what the client hides: refusals, and lists by
// filter.

const grpc = require('@grpc/grpc-js');
const { SessionsClient } = require('client-sessions-node/src/protos/sessions_v1_grpc_pb');
const messages = require('client-sessions-node/src/protos/sessions_v1_pb');
const { SessionsGrpcConverterV1: converter } = require('client-sessions-node/obj/src/version1/SessionsGrpcConverterV1');

const REQUESTS = {
    get_sessions: messages.SessionPageRequest,
    get_session_by_id: messages.SessionIdRequest,
    open_session: messages.SessionOpenRequest,
    store_session_data: messages.SessionStoreDataRequest,
    update_session_user: messages.SessionUpdateUserRequest,
    close_session: messages.SessionIdRequest,
    close_expired_sessions: messages.SessionEmptyRequest,
    delete_session_by_id: messages.SessionIdRequest
};

/** Sets the fields of these names. */
function filled(message, values) {
    for (const [name, value] of Object.entries(values)) {
        const setter = 'set' + name.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
        message[setter](value);
    }
    return message;
}

function request(command, correlationId, { filter = {}, paging, user, data, ...plain }) {
    const message = filled(new REQUESTS[command](), { correlation_id: correlationId, ...plain });
    Object.entries(filter).forEach(([key, value]) => message.getFilterMap().set(key, String(value)));
    if (paging) {
        message.setPaging(filled(new messages.PagingParams(), paging));
    }
    const content = Object.entries({ user, data }).filter(([, value]) => value !== undefined);
    return filled(message, Object.fromEntries(content.map(([name, value]) => [name, JSON.stringify(value)])));
}

/** The value of a reply; throws the error of a reply, with its fields. */
function result(reply) {
    const error = reply.getError();
    if (error) {
        throw Object.assign(new Error(error.getMessage()), error.toObject());
    }
    if (reply instanceof messages.SessionPageReply) {
        return converter.toSessionPage(reply.getPage());
    }
    return reply instanceof messages.SessionObjectReply ? converter.toSession(reply.getSession()) : null;
}

module.exports = (port, correlationId) => {
    const client = new SessionsClient('127.0.0.1:' + port, grpc.credentials.createInsecure());
    return {
        call: (command, a) => new Promise((answered, failed) => client[command](request(command, correlationId, a),
            (status, reply) => status ? failed(status) : answered(reply))).then(result),
        close: () => client.close()
    };
};
