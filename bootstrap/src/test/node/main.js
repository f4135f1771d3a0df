'use strict';
// Tries every scenario on each way whose port is given, as name=port, and prints one JSON object a line for each: whether the client
// shows what was tried, and the problem, which is empty for none.

const ways = require('./ways');
const scenarios = require('./scenarios');

// Long before what waits for this program gives up.
const LONGEST = 30_000;

async function withinTime(promise) {
    let timer;
    const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error('took too long')), LONGEST); });
    try {
        return await Promise.race([promise, late]);
    } finally {
        clearTimeout(timer);
    }
}

async function tried(action) {
    try {
        return { shown: await withinTime(action()) || 'yes', problem: '' };
    } catch (error) {
        return { shown: 'no', problem: String(error && error.stack || error) };
    }
}

async function main(ports) {
    for (const [way, { port, connect }] of Object.entries(ways)) {
        if (!ports[port]) {
            continue;
        }
        const client = await withinTime(connect(ports[port]));
        for (const [scenario, run] of Object.entries(scenarios)) {
            console.log(JSON.stringify({ way, scenario, ...await tried(() => run(client.call, way)) }));
        }
        await tried(client.close);
    }
}

main(Object.fromEntries(process.argv.slice(2).map((argument) => argument.split('='))))
    .then(() => process.exit(0), (failed) => {
        console.error(failed);
        process.exit(1);
    });
