// What people say of themselves without words: cameras that are off, muted microphones, hands, reactions, and who speaks.
import assert from 'node:assert/strict';
import { browserOf, kinds } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

// Keeps what getUserMedia gave.
const keepsTracks = (page) => page.evaluateOnNewDocument(() => {
    const original = MediaDevices.prototype.getUserMedia;
    const given = [];
    document.cameras = () => given.flatMap((stream) => stream.getVideoTracks()).filter((track) => track.readyState === 'live').length;
    MediaDevices.prototype.getUserMedia = async function (constraints) {
        const stream = await original.call(this, constraints);
        given.push(stream);
        return stream;
    };
});

const camerasOf = (person) => person.page.evaluate(() => document.cameras());
// What a screen reader is told of the tile.
const tileSays = (person, text) => until(`${person.name}'s page to say “${text}”`, () => person.page.evaluate((wanted) => [...document.querySelectorAll('#mirror span')]
    .some((element) => element.textContent === wanted), text));
const hasRing = (person) => person.page.evaluate(() => [...document.querySelectorAll('#videos .ring')].some((ring) => getComputedStyle(ring).opacity === '1' && ring.checkVisibility()));

for (const kind of kinds) {
    scenario(`camera off: the capture stops, and comes back (${kind})`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', { prepare: keepsTracks, browser: browserOf(kind) }), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await Promise.all([bob.watches('alice'), alice.watches('bob')]);
        assert.equal(await camerasOf(alice), 1);
        await alice.press('Camera');
        await bob.watchesDarkness('alice');
        await until('the camera to be closed', async () => await camerasOf(alice) === 0);
        await alice.has('Camera', 'button', 'aria-pressed', 'false');
        await bob.hears('alice');
        assert.equal(await bob.page.evaluate(() => document.querySelector('video[data-user-id=alice]').classList.contains('away')), true);

        await alice.press('Camera');
        await until('the camera to be open', async () => await camerasOf(alice) === 1);
        await bob.watchesLight('alice');
        await bob.watches('alice');
    });
}

scenario('joining with the camera off, and turning it on later', async (scene) => {
    const [alice, bob] = [await scene.person('alice', { prepare: keepsTracks }), await scene.person('bob')];
    await alice.open();
    await alice.watches('alice');
    await alice.press('Camera');
    await until('the camera to be closed', async () => await camerasOf(alice) === 0);
    await bob.joins();
    await alice.press('Call');
    await alice.isIn('in-call');
    await bob.hears('alice');
    await tileSays(bob, 'alice');
    assert.equal(await camerasOf(alice), 0);
    await alice.press('Camera');
    await bob.watches('alice');
});

scenario('a muted microphone, a raised hand and a reaction are seen by the others', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob', { browser: browserOf('Firefox') })];
    await bob.joins();
    await alice.joins();
    await bob.meets('alice');
    await tileSays(bob, 'alice');
    await alice.press('Microphone');
    await tileSays(bob, 'alice, microphone off');
    await alice.press('Raise hand');
    await tileSays(bob, 'alice, microphone off, hand raised');
    await bob.sees('alice raised a hand', 'status');
    await alice.press('Raise hand');
    await alice.press('Reactions');
    await alice.press('Applause');
    await bob.sees('Applause', 'status');
    await bob.seesNo(/Applause/, 'status');
    await alice.press('Microphone');
    await tileSays(bob, 'alice');
});

scenario('the space bar opens a muted microphone for as long as it is held', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await bob.hears('alice');
    await alice.press('Microphone');
    await bob.hearsNothingOf('alice');
    await alice.page.evaluate(() => document.activeElement.blur());
    await alice.page.keyboard.down('Space');
    await bob.hears('alice');
    await alice.has('Microphone', 'button', 'aria-pressed', 'true');
    await alice.page.keyboard.up('Space');
    await bob.hearsNothingOf('alice');
    await alice.has('Microphone', 'button', 'aria-pressed', 'false');
});

scenario('push to talk: one is heard for as long as the microphone’s button is held', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await bob.hears('alice');
    await alice.press('Settings');
    const choice = await alice.locate('Push to talk', 'checkbox');
    await choice.evaluate((element) => element.click()); // it may be scrolled out of sight
    await bob.hearsNothingOf('alice');
    await (await alice.locate('Microphone', 'button')).hover();
    await alice.page.mouse.down();
    await bob.hears('alice');
    await alice.page.mouse.up();
    await bob.hearsNothingOf('alice');
    await alice.has('Microphone', 'button', 'aria-pressed', 'false');
});

for (const kind of kinds) {
    scenario(`who speaks has a ring (${kind} hears)`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', { browser: browserOf(kind) }), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await alice.hears('bob');
        await until('a ring', () => hasRing(alice)); // a fake microphone beeps once a second
        await bob.press('Microphone');
        await tileSays(alice, 'bob, microphone off');
        await until('the ring to go', async () => !await hasRing(alice));
    });
}

scenario('somebody who speaks while muted is told', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await alice.press('Microphone');
    await alice.sees(/You are muted/, 'status');
    await alice.press('Microphone');
    await alice.seesNo(/You are muted/, 'status');
});
