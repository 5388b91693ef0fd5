// A call by the relay of a TURN server whose credentials expire.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { browserOf, kinds } from '../support/browsers.mjs';
import { Coturn } from '../support/coturn.mjs';
import { keepConnections } from '../support/keep_connections.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

// Both relays are on this machine, where the configuration that ships lets nobody in.
let coturn;
before(async () => { coturn = await Coturn.start({ options: ['--allow-loopback-peers', '--allowed-peer-ip', '127.0.0.1'] }); });
after(() => coturn.stop());

const server = {
    get options() { return ['--turn-url', coturn.url, '--turn-secret', coturn.secret, '--turn-lifetime', '12']; },
};

// No path but by the relay; the connection is there for the test to look at.
const onlyByTheRelay = (page) => page.evaluateOnNewDocument(keepConnections, { iceTransportPolicy: 'relay' });

// The relay's port in use, and the user name for the next one.
function path(person) {
    return person.page.evaluate(async () => {
        const report = await document.connections.at(-1).getStats();
        const all = [...report.values()];
        const pair = all.find(({ type, selected }) => type === 'candidate-pair' && selected) // Firefox
            ?? report.get(all.find(({ type }) => type === 'transport').selectedCandidatePairId);
        const local = report.get(pair.localCandidateId);
        const { iceServers, iceTransportPolicy, bundlePolicy } = document.connections.at(-1).getConfiguration();
        return { type: local.candidateType, port: local.port, username: iceServers[0].username, iceTransportPolicy, bundlePolicy };
    });
}

// From now on the longest time without a new frame of that person.
function watchForGaps(person, user) {
    return person.page.evaluate((id) => {
        const video = document.querySelector(`video[data-user-id=${id}]`);
        let last = performance.now();
        document.longestGap = 0;
        video.requestVideoFrameCallback(function next() {
            document.longestGap = Math.max(document.longestGap, performance.now() - last);
            last = performance.now();
            video.requestVideoFrameCallback(next);
        });
    }, user);
}

for (const kind of kinds) {
    scenario(`TURN: a call by the relay moves to fresh credentials without a break, with ${kind}`, { server }, async (scene) => {
        const alice = await scene.person('alice', { prepare: onlyByTheRelay });
        const bob = await scene.person('bob', { browser: browserOf(kind), prepare: onlyByTheRelay });
        await bob.joins();
        await alice.joins();
        await Promise.all([alice.watches('bob'), bob.watches('alice')]);
        const former = { alice: await path(alice), bob: await path(bob) };
        await Promise.all([watchForGaps(alice, 'bob'), watchForGaps(bob, 'alice')]);

        for (const person of [alice, bob]) {
            const { type, port, username, ...others } = former[person.name];
            assert.equal(type, 'relay');
            const now = await until(`${person.name}'s path to move to another relay`, async () => {
                const found = await path(person);
                return found.username !== username && found.port !== port && found;
            }, { seconds: 30 });
            assert.deepEqual(now, { type, port: now.port, username: now.username, ...others });
        }

        await Promise.all([alice.watches('bob'), bob.watches('alice')]);
        await alice.says('still here');
        await bob.sees('still here');
        for (const person of [alice, bob]) {
            const gap = await person.page.evaluate(() => document.longestGap);
            assert.ok(gap > 0 && gap < 2000, `the longest time without a frame was ${gap} ms`);
        }
    });
}

// Credentials for as long as the test takes.
const lasting = { get options() { return ['--turn-url', coturn.url, '--turn-url', coturn.url.replace('udp', 'tcp'), '--turn-secret', coturn.secret]; } };

for (const kind of kinds) {
    scenario(`hiding one’s address during a call in ${kind}: it moves to the relay, and back`, { server: lasting }, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind), prepare: (page) => page.evaluateOnNewDocument(keepConnections) });
        const bob = await scene.person('bob');
        await bob.joins();
        await alice.joins();
        await Promise.all([alice.meets('bob'), bob.meets('alice')]);
        const { type: open } = await path(alice);
        assert.notEqual(open, 'relay');
        await watchForGaps(bob, 'alice');
        await alice.press('Settings');
        for (const hidden of [true, false]) {
            await alice.press('Hide my address', 'checkbox');
            await until(`alice's address to be ${hidden ? 'hidden' : 'seen'}`, async () => ((await path(alice)).type === 'relay') === hidden, { seconds: 30 });
            await Promise.all([alice.watches('bob'), bob.watches('alice')]);
        }
        const gap = await bob.page.evaluate(() => document.longestGap);
        assert.ok(gap > 0 && gap < 2000, `the longest time without a frame was ${gap} ms`);
    });

    scenario(`the connection check in ${kind}: finds the relay by each of its ways`, { server: lasting }, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind) });
        await alice.open();
        await alice.watches('alice');
        await alice.press('Check connection');
        await alice.sees('Relay over UDP (TURN): Works', 'status');
        await alice.sees('Relay over TCP (TURN): Works', 'status');
        await alice.sees('Relay over TLS (TURN): Not offered', 'status');
        await alice.sees(/Calls will go through the relay/, 'status');
    });
}
