'use strict';
// Walks through the life of a session with client-sessions-node, the client of the Pip.Services sessions microservice.
// SESSIONS_URL is the address of the service.

const { ConfigParams, FilterParams, PagingParams } = require('pip-services3-commons-nodex');
const { SessionsCommandableHttpClientV1 } = require('client-sessions-node');

async function main(address) {
    const client = new SessionsCommandableHttpClientV1();
    client.configure(ConfigParams.fromTuples('connection.uri', address));
    await client.open('sign-in-1');
    try {
        const session = await client.openSession('sign-in-1', '42', 'Zoë', '192.0.2.7', 'node', null, { cart: [] });
        console.log('Signed in:', session.user_name, session.active);

        const changed = await client.storeSessionData('add-2', session.id, { cart: ['A-1'] });
        console.log('Cart:', changed.data);

        const filter = FilterParams.fromTuples('user_id', '42', 'active', true);
        const page = await client.getSessions('list-3', filter, new PagingParams(0, 10, false));
        console.log('Active sessions:', page.data.length);

        const closed = await client.closeSession('sign-out-4', session.id);
        console.log('Signed out:', closed.active, closed.data);

        try {
            await client.storeSessionData('late-5', session.id, { cart: [] });
        } catch (rejected) {
            console.log(`${rejected.code}: ${rejected.message}`);
        }

        await client.deleteSessionById('delete-6', session.id);
        console.log('Deleted:', await client.getSessionById('get-7', session.id));
    } finally {
        await client.close('sign-in-1');
    }
}

main(process.env.SESSIONS_URL || 'http://127.0.0.1:8080').catch((failed) => {
    console.error(failed);
    process.exitCode = 1;
});
