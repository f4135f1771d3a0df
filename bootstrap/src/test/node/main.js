'use strict';
// Runs every scenario through each client whose port is given as name=port. Prints one JSON object per line for each: whether the client
// exposes the result, and the problem, empty if there is none.

const ways = require('./ways');
const scenarios = require('./scenarios');

// Well below the timeout of the test that runs this program.
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
