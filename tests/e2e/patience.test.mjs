// What takes its time: an untouched call, and peers that never answer. They wait beside each other.
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { withOwnPages } from '../support/pages.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';
import { WirePeer } from '../support/wire_peer.mjs';

// Notices that go by themselves must have gone before a call counts as untouched.
async function comesToRest(person, user) {
    await person.seesNo(/./, 'status');
    await person.restsWhileWatching(user, 45);
}

describe('waiting', { concurrency: true }, () => {
    scenario('an untouched call draws 0 frames in 10 s, also with the caret in Message', async (scene) => {
        const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await Promise.all([alice.meets('bob'), bob.meets('alice')]);
        await bob.press('Message', 'textbox');
        await Promise.all([comesToRest(alice, 'bob'), comesToRest(bob, 'alice')]);
        const before = [await alice.framesDrawn(), await bob.framesDrawn()];
        const tenSeconds = [300, { seconds: 60 }]; // of a camera's 30 frames a second
        await Promise.all([alice.watches('bob', ...tenSeconds), bob.watches('alice', ...tenSeconds)]);
        assert.deepEqual([await alice.framesDrawn(), await bob.framesDrawn()], before);

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
