// The server away, names taken, people gone, connections that do not come about.
import assert from 'node:assert/strict';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';
import { WirePeer } from '../support/wire_peer.mjs';

const offline = [/WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/];
const countDown = /Next attempt in (\d+) s/;

function seconds(person) {
    return person.page.evaluate((pattern) => Number(document.body.innerText.match(new RegExp(pattern))?.[1] ?? NaN), countDown.source);
}

async function countsDown(person) {
    const first = await until('a count-down', async () => await seconds(person) >= 0 && { at: await seconds(person) });
    await until('the count-down to go on', async () => await seconds(person) !== first.at);
}

scenario('the server is away before Call: keeps trying with a count-down, and gets in once it is back', async (scene) => {
    const alice = await scene.person('alice', { mayLog: offline });
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
    const alice = await scene.person('alice', { mayLog: offline });
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

scenario('the server goes away during the call: the call goes on, and everybody is back by themselves', async (scene) => {
    const people = [];
    for (const name of ['alice', 'bob', 'carol']) people.push(await scene.person(name, { mayLog: offline }));
    const [alice, bob, carol] = people;
    await bob.joins();
    await alice.joins();
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    await alice.page.evaluate(() => document.querySelector('video[data-user-id=bob]').setAttribute('data-marked', ''));

    await scene.server.kill();
    await alice.sees(/server cannot be reached/, 'alert');
    await countsDown(alice);
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    await alice.says('still here');
    await bob.sees('still here');

    await scene.server.startAgain();
    await alice.sees(/server is back/, 'status', { seconds: 30 });
    await bob.seesNo(/cannot be reached/, 'alert');
    await carol.joins();
    await Promise.all([alice.isWith('bob', 'carol'), bob.isWith('alice', 'carol'), carol.isWith('alice', 'bob')]);
    await Promise.all([carol.meets('alice'), carol.meets('bob'), alice.meets('carol'), alice.meets('bob')]);
    assert.ok(await alice.page.evaluate(() => document.querySelector('video[data-user-id=bob]').hasAttribute('data-marked')),
        'bob’s tile is the one from before');
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
