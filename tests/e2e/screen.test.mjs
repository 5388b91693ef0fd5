// Screens beside cameras: shared, refused, ended, several at once.
import assert from 'node:assert/strict';
import { browserOf, kinds } from '../support/browsers.mjs';
import { endingTracks } from '../support/ending_tracks.mjs';
import { inPage } from '../support/in_page.mjs';
import { paintedScreen } from '../support/painted_screen.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

const shares = (kind = 'Chromium') => ({ browser: browserOf(kind), prepare: inPage(endingTracks, paintedScreen) });

const screenOf = (person, user) => person.page.evaluate((id) => {
    const video = document.querySelector(`video[data-user-id="${id}"][data-screen]`);
    if (!video) return null;
    const box = video.getBoundingClientRect();
    return { width: video.videoWidth, height: video.videoHeight, muted: video.muted, shown: box.width, frames: video.getVideoPlaybackQuality().totalVideoFrames };
}, user);

const watchesScreen = (person, user) => until(`${person.name} to watch ${user}'s screen`, async () => {
    const now = await screenOf(person, user);
    return now?.width > 0 && now.shown > 300 && now;
}, { seconds: 20 });

const watchesNoScreen = (person, user) => until(`${user}'s screen to go from ${person.name}'s page`, async () => await screenOf(person, user) === null);

for (const [sharer, watcher] of [['Chromium', 'Chromium'], ['Chromium', 'Firefox'], ['Firefox', 'Chromium']]) {
    scenario(`a screen is shared beside the camera, and ended (${sharer} shares, ${watcher} watches)`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', shares(sharer)), await scene.person('bob', { browser: browserOf(watcher) })];
        await bob.joins();
        await alice.joins();
        await bob.meets('alice');
        await alice.press('Share screen');
        await watchesScreen(bob, 'alice');
        // Firefox begins with less.
        await until('it to be sharp', async () => (await screenOf(bob, 'alice')).width >= 1280, { seconds: 20 });
        await alice.has('Share screen', 'button', 'aria-pressed', 'true');
        await bob.meets('alice'); // the camera goes on
        await bob.isWith('alice');

        await alice.press('Share screen');
        await watchesNoScreen(bob, 'alice');
        await alice.has('Share screen', 'button', 'aria-pressed', 'false');
        await bob.meets('alice');

        await alice.press('Share screen');
        await watchesScreen(bob, 'alice');
        await alice.press('Hang up');
        await bob.isWith();
        assert.equal(await screenOf(bob, 'alice'), null);
    });
}

scenario('the sound of what is shared is heard', async (scene) => {
    const [alice, bob] = [await scene.person('alice', shares()), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await bob.meets('alice');
    await alice.press('Share screen');
    await watchesScreen(bob, 'alice');
    assert.equal((await screenOf(bob, 'alice')).muted, false);
    await until('sound to arrive with the screen', () => bob.page.evaluate(() => document.querySelector('video[data-screen]').srcObject.getAudioTracks().length === 1));
    assert.equal((await screenOf(alice, 'alice')).muted, true);
});

scenario('two share at once, and whoever joins later sees both', { timeout: 120_000 }, async (scene) => {
    const small = true;
    const [alice, bob] = [await scene.person('alice', { ...shares(), small }), await scene.person('bob', { ...shares('Firefox'), small })];
    await bob.joins();
    await alice.joins();
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    await Promise.all([alice.press('Share screen'), bob.press('Share screen')]);
    await Promise.all([watchesScreen(alice, 'bob'), watchesScreen(bob, 'alice')]);
    const carol = await scene.person('carol', { small });
    await carol.joins();
    await Promise.all([watchesScreen(carol, 'alice'), watchesScreen(carol, 'bob')]);
    await Promise.all([carol.meets('alice'), carol.meets('bob')]);
});

for (const kind of kinds) {
    scenario(`the browser’s dialogue is cancelled in ${kind}: nothing changes, and it is said`, async (scene) => {
        const refuses = inPage(() => {
            MediaDevices.prototype.getDisplayMedia = async () => { throw new DOMException('Permission denied', 'NotAllowedError'); };
        });
        const [alice, bob] = [await scene.person('alice', { browser: browserOf(kind), prepare: refuses }), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await bob.meets('alice');
        await alice.press('Share screen');
        await alice.sees(/Nothing is shared/, 'status');
        await alice.has('Share screen', 'button', 'aria-pressed', 'false');
        assert.equal(await screenOf(bob, 'alice'), null);
        await bob.meets('alice');
    });

    scenario(`${kind}’s own bar ends the sharing: everybody notices`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', shares(kind)), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await alice.press('Share screen');
        await watchesScreen(bob, 'alice');
        await alice.page.evaluate(() => dispatchEvent(new Event('test-sharing-ended')));
        await alice.sees(/no longer shared/, 'status');
        await watchesNoScreen(bob, 'alice');
        await alice.has('Share screen', 'button', 'aria-pressed', 'false');
    });
}
