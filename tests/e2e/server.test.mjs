// The server away, names taken, people gone, connections that do not come about.
import assert from 'node:assert/strict';
import { on } from 'node:events';
import { createServer } from 'node:net';
import { firefox } from '../support/browsers.mjs';
import { scenario, serverAway } from '../support/scene.mjs';
import { until } from '../support/until.mjs';
import { Watch } from '../support/watch.mjs';
import { WirePeer } from '../support/wire_peer.mjs';

const countDown = /Next attempt in (\d+) s/;

function seconds(person) {
    return person.page.evaluate((pattern) => Number(document.body.innerText.match(new RegExp(pattern))?.[1] ?? NaN), countDown.source);
}

async function countsDown(person) {
    const first = await until('a count-down', async () => await seconds(person) >= 0 && { at: await seconds(person) });
    await until('the count-down to go on', async () => await seconds(person) !== first.at);
}

scenario('the server is away before Call: keeps trying with a count-down, and gets in once it is back', async (scene) => {
    const alice = await scene.person('alice', { mayLog: serverAway });
    await alice.open();
    await scene.server.kill();
    await alice.press('Call');
    await alice.isIn('calling');
    await until('the sentence', () => alice.page.evaluate(() => document.body.innerText.includes('The server cannot be reached')));
    await countsDown(alice);
    await scene.server.startAgain();
    await alice.isIn('in-call', { seconds: 30 });
});

scenario('the server is away before Call: Try now does not wait, Hang up leaves', async (scene) => {
    const alice = await scene.person('alice', { mayLog: serverAway });
    await alice.open();
    await scene.server.kill();
    await alice.press('Call');
    await until('a long wait', async () => await seconds(alice) >= 3, { seconds: 40 });
    await scene.server.startAgain();
    await alice.press('Try now');
    await alice.isIn('in-call', { seconds: 2 });
    await scene.server.kill();
    await alice.press('Hang up');
    await alice.isIn('lobby');
    await scene.server.startAgain();
});

scenario('the server is away for a minute: pictures and texts go on, everybody is back within 5 s, and a fourth comes in', { timeout: 240_000 }, async (scene) => {
    const people = [];
    for (const name of ['alice', 'bob', 'carol']) {
        people.push(await scene.person(name, { ...(name === 'carol' && { browser: firefox() }), mayLog: serverAway, prepare: Watch.on, small: true }));
    }
    for (const person of people) await person.joins();
    const tiles = people.flatMap((person) => people.filter((other) => other !== person).map(({ name }) => ({ person, of: name })));
    for (const { person, of } of tiles) await person.meets(of);
    const [alice, bob, carol] = people;
    await alice.page.evaluate(() => document.querySelector('video[data-user-id=bob]').setAttribute('data-marked', ''));

    await scene.server.kill();
    const away = Date.now();
    for (const person of people) await person.sees(/server cannot be reached/, 'alert');
    await countsDown(alice);
    for (let round = 1; Date.now() < away + 60_000; ++round) {
        const writer = people[round % 3];
        await writer.says(`round ${round}.`);
        for (const person of people) await person.sees(`round ${round}.`);
        const since = Date.now();
        for (const { person, of } of tiles) {
            await until(`frames of ${of} for ${person.name} in round ${round}`, async () => (await person.watch.frames(of, since)).length >= 3, { seconds: 5 });
        }
    }
    for (const { person, of } of tiles) {
        const gap = await person.watch.longestGap(of, away);
        assert.ok(gap < 5000, `${person.name} was ${gap} ms without a frame of ${of}`);
    }
    for (const person of people) assert.equal(await person.state(), 'in-call');
    // Each that does not open would put the next one off.
    const sockets = alice.requests.filter((url) => url.startsWith('ws:'));
    assert.equal(sockets.length, 2, 'alice’s page tried one WebSocket in vain');

    await scene.server.startAgain();
    await Promise.all(people.map((person) => person.sees(/server is back/, 'status', { seconds: 5 })));
    for (const person of people) await person.seesNo(/cannot be reached/, 'alert');
    const dora = await scene.person('dora', { small: true });
    await dora.joins();
    await Promise.all([alice.isWith('bob', 'carol', 'dora'), bob.isWith('alice', 'carol', 'dora'), dora.isWith('alice', 'bob', 'carol')]);
    await Promise.all([...people.map((person) => dora.meets(person.name)), ...people.map((person) => person.meets('dora')), alice.meets('bob'), bob.meets('carol')]);
    assert.ok(await alice.page.evaluate(() => document.querySelector('video[data-user-id=bob]').hasAttribute('data-marked')),
        'bob’s tile is the one from before');
});

scenario('hanging up while the server is away: at once, while it counts down, while it tries, and the others see it', async (scene) => {
    const people = [];
    const mayLog = [...serverAway, /ERR_EMPTY_RESPONSE/]; // of the one that never answers
    for (const name of ['alice', 'bob', 'carol', 'dora']) people.push(await scene.person(name, { mayLog, small: true }));
    for (const person of people) await person.joins();
    const [alice, bob, carol, dora] = people;
    for (const person of people.slice(1)) await person.watches('alice');
    await dora.isWith('alice', 'bob', 'carol');
    const hangsUp = async (person) => {
        await person.press('Hang up');
        await person.isIn('lobby');
    };

    await scene.server.kill();
    await hangsUp(alice);
    await dora.isWith('bob', 'carol');
    await countsDown(bob);
    await hangsUp(bob);
    await dora.isWith('carol');
    // A server that takes connections and never answers.
    const silent = createServer(() => {}).listen(scene.server.port, '127.0.0.1');
    try {
        const { value: connected } = await on(silent, 'connection')[Symbol.asyncIterator]().next();
        await hangsUp(carol);
        await dora.isWith();
        connected.forEach((socket) => socket.destroy());
    } finally {
        silent.close();
    }

    await scene.server.startAgain();
    for (const person of [alice, bob, carol]) {
        await person.press('Call');
        await person.isIn('in-call');
    }
    await Promise.all([alice.isWith('bob', 'carol', 'dora'), dora.isWith('alice', 'bob', 'carol')]);
    await Promise.all([alice.meets('dora'), dora.meets('alice')]);
});

scenario('a user ID that is taken: says so, and another one gets in', async (scene) => {
    const [alice, other] = [await scene.person('alice'), await scene.person('other')];
    await alice.joins();
    await other.open({ user: 'alice' });
    await other.press('Call');
    await other.sees(/already has this user ID/, 'alert');
    await other.isIn('lobby');
    await other.type('User ID', '앨리스');
    await other.press('Call');
    await other.isIn('in-call');
    await other.seesNo(/already has/, 'alert');
    await alice.isWith('앨리스');
    await alice.meets('앨리스');
});

scenario('a channel that is full: says so', async (scene) => {
    const members = await Promise.all([...Array(8).keys()].map((i) => WirePeer.join(scene.server, `member ${i}`)));
    const alice = await scene.person('alice');
    await alice.open();
    await alice.press('Call');
    await alice.sees(/channel is full/, 'alert');
    await alice.isIn('lobby');
    members[0].leave();
    await until('a place to be free', async () => {
        await alice.press('Call');
        return await until('an answer', async () => await alice.state() !== 'calling' && await alice.state()) === 'in-call';
    });
    members.forEach((member) => member.leave());
});

scenario('the other side vanishes: its tile goes and a sentence says so', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await alice.joins();
    await bob.joins();
    await alice.meets('bob');
    await scene.vanishes(bob);
    await alice.sees('bob left. You can wait here or hang up.', 'status');
    await alice.isWith();
    assert.equal(await alice.state(), 'in-call');
});
