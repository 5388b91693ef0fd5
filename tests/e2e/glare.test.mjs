// Offers that cross: still one call.
import assert from 'node:assert/strict';
import { withOwnPages } from '../support/pages.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

scenario('both press Call in the same instant: one call, time and again', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await Promise.all([alice.open(), bob.open()]);
    for (let round = 0; round < 6; ++round) {
        const calls = await Promise.all([alice.locate('Call', 'button'), bob.locate('Call', 'button')]);
        await Promise.all(calls.map((call) => call.click()));
        await Promise.all([alice.isWith('bob'), bob.isWith('alice')]);
        await Promise.all([alice.watches('bob'), bob.watches('alice')]);
        await alice.says(`round ${round}`);
        await bob.sees(`round ${round}`);
        assert.deepEqual([await alice.others(), await bob.others()], [['bob'], ['alice']]);
        const ends = await Promise.all([alice.locate('Hang up', 'button'), bob.locate('Hang up', 'button')]);
        await Promise.all(ends.map((end) => end.click()));
        await Promise.all([alice.isIn('lobby'), bob.isIn('lobby')]);
    }
});

// The greater user ID is polite.
const sides = [
    { title: 'the page holds on to its offer against a polite peer', user: 'alice', peer: 'zoe', course: 'send_offer yields send_answer' },
    { title: 'the page gives way to an impolite peer', user: 'zoe', peer: 'alice', course: 'send_offer ignores' },
];

for (const { title, user, peer, course } of sides) {
    scenario(`glare: ${title}`, { server: { root: withOwnPages() } }, async (scene) => {
        const other = await scene.person(peer);
        await other.page.goto(`${other.origin}/peer/?user=${peer}&channel=standup&collides`);
        await other.isIn('in-call');
        const person = await scene.person(user);
        await person.joins();
        await Promise.all([person.meets(peer), other.meets(user)]);
        const log = await until('the peer’s log', () => other.page.evaluate(() => document.documentElement.dataset.log));
        assert.equal(log.trim(), course);
        assert.deepEqual(await person.others(), [peer]);
    });
}
