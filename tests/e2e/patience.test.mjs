// What takes its time: an untouched call, and peers that never answer. They wait beside each other.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { withOwnPages } from '../support/pages.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';
import { WirePeer } from '../support/wire_peer.mjs';

// Notices that go by themselves must have gone before a call counts as untouched.
async function comesToRest(person) {
    await person.seesNo(/./, 'status');
    await until(`${person.name}'s canvas to come to rest`, async () => {
        const before = await person.framesDrawn();
        await pause(1500);
        return await person.framesDrawn() === before;
    }, { seconds: 25 });
}

describe('waiting', { concurrency: true }, () => {
    scenario('an untouched call draws 0 frames in 10 s, also with the caret in Message', async (scene) => {
        const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await Promise.all([alice.meets('bob'), bob.meets('alice')]);
        await bob.press('Message', 'textbox');
        await Promise.all([comesToRest(alice), comesToRest(bob)]);
        const before = [await alice.framesDrawn(), await bob.framesDrawn()];
        await pause(10_000); // the measurement
        assert.deepEqual([await alice.framesDrawn(), await bob.framesDrawn()], before);
        await Promise.all([alice.watches('bob'), bob.watches('alice')]);

        await alice.press('Camera');
        await until('a touched one to draw', async () => await alice.framesDrawn() > before[0]);
    });

    scenario('peers that cannot be reached: a sentence for each, and the others are not affected', { server: { root: withOwnPages() }, timeout: 180_000 }, async (scene) => {
        const mute = await WirePeer.join(scene.server, 'mute'); // never answers
        const deaf = await scene.person('deaf');
        await deaf.page.goto(`${deaf.origin}/peer/?user=deaf&channel=standup&deaf`);
        await deaf.isIn('in-call');
        const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await alice.meets('bob');
        await alice.sees('No connection to mute could be made.', 'alert', { seconds: 40 });
        await alice.sees('No connection to deaf could be made.', 'alert', { seconds: 80 });
        await alice.meets('bob');
        await alice.press('Hang up');
        await alice.isIn('lobby');
        mute.leave();
    });
});
