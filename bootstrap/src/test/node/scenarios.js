'use strict';
// The scenarios for each client; they return HIDDEN if the client hides the result. Each scenario uses its own user ids, so sessions of others do
// not matter.

const assert = require('node:assert/strict');
const { randomUUID } = require('node:crypto');

const UNKNOWN = 'f'.repeat(32);
const HIDDEN = 'hidden';
const CONCURRENT = 50;
const UNICODE = 'Zoë 日本語 𝄞 עברית "\\\u2028\t\n';

const user = () => 'node-' + randomUUID();
const open = (call, a = {}) => call('open_session', { user_id: user(), ...a });

async function refusal(promise) {
    try {
        await promise;
    } catch (error) {
        return error;
    }
    return assert.fail('was not refused');
}

/** The fields by which clients tell refusals apart. */
function isRefused(error, code, status, message) {
    // The error as Seneca wraps it, or as the original's exception has it.
    assert.equal(error.code, code);
    assert.equal(Number(error.status), status);
    assert.match(error.message, message);
}

function none(result) {
    assert.ok(result === null || result === undefined, 'expected nothing, got ' + JSON.stringify(result));
}

module.exports = {
    async 'every command'(call) {
        const opened = await open(call, { user_name: 'Zoë', address: '192.0.2.1', client: 'node', user: { a: 1 }, data: { cart: [1] } });
        assert.match(opened.id, /^[0-9a-f]{32}$/);
        assert.equal(opened.active, true);
        assert.deepEqual([opened.user_name, opened.address, opened.client], ['Zoë', '192.0.2.1', 'node']);
        assert.deepEqual([opened.user, opened.data], [{ a: 1 }, { cart: [1] }]);
        const argument = { session_id: opened.id };
        assert.equal((await call('get_session_by_id', argument)).user_id, opened.user_id);
        assert.deepEqual((await call('store_session_data', { ...argument, data: { cart: [2, 3] } })).data, { cart: [2, 3] });
        assert.deepEqual((await call('update_session_user', { ...argument, user: { b: 2 } })).user, { b: 2 });
        assert.ok((await call('get_sessions', { filter: {}, paging: {} })).data.some((each) => each.id === opened.id));
        const closed = await call('close_session', argument);
        assert.equal(closed.active, false);
        assert.ok(closed.close_time);
        none(await call('close_expired_sessions', {}));
        assert.equal((await call('delete_session_by_id', argument)).id, opened.id);
        none(await call('get_session_by_id', argument));
    },

    async 'nothing found'(call) {
        const argument = { session_id: UNKNOWN };
        none(await call('get_session_by_id', argument));
        none(await call('store_session_data', { ...argument, data: { a: 1 } }));
        none(await call('update_session_user', { ...argument, user: { a: 1 } }));
        none(await call('close_session', argument));
        none(await call('delete_session_by_id', argument));
    },

    async 'refusals'(call, way) {
        const closed = await open(call);
        await call('close_session', { session_id: closed.id });
        const store = () => call('store_session_data', { session_id: closed.id, data: { a: 1 } });
        if (way === 'gRPC') {
            // The typed client looks for the error in the wrong place (response.error instead of getError()).
            none(await store());
            none(await call('open_session', { user_id: '' }));
            return HIDDEN;
        }
        isRefused(await refusal(store()), 'SESSION_CLOSED', 409, /closed/);
        isRefused(await refusal(call('open_session', { user_name: 'nobody' })), 'INVALID_DATA', 400, /user_id/);
    },

    async 'pages'(call, way) {
        const mine = user();
        for (let i = 0; i < 5; i++) {
            await open(call, { user_id: mine });
        }
        // The typed client never sends a filter: it sets properties of the map instead of entries.
        const filter = way === 'gRPC' ? {} : { user_id: mine };
        const first = await call('get_sessions', { filter, paging: { skip: 0, take: 3, total: true } });
        const rest = await call('get_sessions', { filter, paging: { skip: 3, take: 2, total: true } });
        assert.equal(first.data.length, 3);
        assert.equal(rest.data.length, 2);
        assert.equal(new Set([...first.data, ...rest.data].map((each) => each.id)).size, 5);
        assert.ok([...first.data, ...rest.data].every((each) => each.user_id === mine));
        if (way === 'gRPC') {
            assert.ok(first.total >= 5);
        } else {
            assert.equal(first.total, 5);
        }
    },

    async 'filters'(call, way) {
        const mine = user();
        const one = await open(call, { user_id: mine });
        const other = await open(call, { user_id: mine });
        await call('close_session', { session_id: one.id });
        const found = async (filter) => (await call('get_sessions', { filter, paging: { take: 100 } })).data.map((each) => each.id);
        if (way === 'gRPC') {
            // As above: the list contains all sessions, whatever the filter.
            assert.ok((await found({ user_id: mine, active: true })).includes(one.id));
            return HIDDEN;
        }
        assert.deepEqual(await found({ user_id: mine, active: true }), [other.id]);
        assert.deepEqual(await found({ user_id: mine, active: false }), [one.id]);
        assert.deepEqual(await found({ user_id: mine, to_time: '2001-01-01T00:00:00.000Z' }), []);
        assert.equal((await found({ user_id: mine, from_time: '2001-01-01T00:00:00.000Z' })).length, 2);
    },

    async 'Unicode'(call) {
        const opened = await open(call, { user_name: UNICODE, data: { [UNICODE]: UNICODE } });
        const got = await call('get_session_by_id', { session_id: opened.id });
        assert.equal(got.user_name, UNICODE);
        assert.deepEqual(got.data, { [UNICODE]: UNICODE });
    },

    async 'many at once'(call) {
        const opened = await Promise.all(Array.from({ length: CONCURRENT }, (_, i) => open(call, { data: { i } })));
        assert.equal(new Set(opened.map((each) => each.id)).size, CONCURRENT);
        await Promise.all(opened.map((each, i) => call('store_session_data', { session_id: each.id, data: { i, stored: true } })));
        const got = await Promise.all(opened.map((each) => call('get_session_by_id', { session_id: each.id })));
        got.forEach((each, i) => assert.deepEqual(each.data, { i, stored: true }));
    }
};
