// How long it takes until the call is as it was: after an ICE restart, a restart of the server, a reload of the page.
import { until } from '../support/until.mjs';
import { keepConnections } from '../support/keep_connections.mjs';
import { Person } from '../support/person.mjs';

async function two(browser, server, channel) {
    const contexts = [];
    const people = {};
    for (const name of ['bob', 'alice']) {
        const context = await browser.createBrowserContext();
        contexts.push(context);
        await context.overridePermissions(server.origin, ['camera', 'microphone']);
        const page = await context.newPage();
        await page.evaluateOnNewDocument(keepConnections);
        people[name] = new Person(name, page, server.origin);
        await people[name].joins({ channel });
    }
    await Promise.all([people.alice.watches('bob'), people.bob.watches('alice')]);
    return { ...people, close: () => Promise.all(contexts.map((context) => context.close())) };
}

// From the browser's change event to a path with new credentials that carries media. Runs in the page.
async function untilNewPath() {
    const connection = document.connections.findLast(({ connectionState }) => connectionState === 'connected');
    const path = async () => {
        const { iceLocalUsernameFragment: own, selectedCandidatePairChanges: changes } = [...(await connection.getStats()).values()].find(({ type }) => type === 'transport');
        return { own, changes };
    };
    const former = await path();
    const started = performance.now();
    navigator.connection.dispatchEvent(new Event('change'));
    for (let now = former; now.own === former.own || now.changes === former.changes;) now = await path();
    const video = document.querySelector('video[data-user-id=bob]');
    await new Promise((resolve) => { video.requestVideoFrameCallback(resolve); });
    return performance.now() - started;
}

// From the server's first answer on until the page says that it is back.
async function serverRestart({ alice }, server) {
    await server.kill();
    await alice.sees(/cannot be reached/, 'alert');
    await server.startAgain();
    const started = performance.now();
    await alice.sees(/server is back/, 'status', { seconds: 20 });
    return performance.now() - started;
}

async function reload({ alice }) {
    await alice.page.reload({ waitUntil: 'commit' }).catch(() => {});
    return until('the other’s picture after a reload', () => alice.page.evaluate(() => new Promise((resolve) => {
        const video = document.querySelector('video[data-user-id=bob]');
        if (!video) return void setTimeout(resolve, 5);
        video.requestVideoFrameCallback(() => resolve(performance.now()));
        return undefined;
    })), { seconds: 20, every: 5 });
}

// {iceRestart, serverRestart, reload}: milliseconds, each a list.
export async function recoveries(browser, server, rounds) {
    const times = { iceRestart: [], serverRestart: [], reload: [] };
    for (let round = 0; round < rounds; ++round) {
        const call = await two(browser, server, `recovery-${round}`);
        times.iceRestart.push(await call.alice.page.evaluate(untilNewPath));
        times.reload.push(await reload(call));
        await call.bob.watches('alice');
        times.serverRestart.push(await serverRestart(call, server));
        await call.close();
    }
    return times;
}
