// Cameras and microphones that are refused, missing or in use: a sentence that says what to do, and a way on.
import assert from 'node:assert/strict';
import { browserOf, chromium, firefox, kinds } from '../support/browsers.mjs';
import { endingTracks } from '../support/ending_tracks.mjs';
import { inPage } from '../support/in_page.mjs';
import { scenario } from '../support/scene.mjs';

const preview = { moves: (person) => person.watches(person.name) };

scenario('camera and microphone refused: says so, asks again on request, shows the preview once they are allowed', async (scene) => {
    const alice = await scene.person('alice', { granted: [] });
    await alice.open();
    await alice.sees(/Allow both in the address bar/, 'alert');
    await alice.page.browserContext().overridePermissions(alice.origin, ['camera', 'microphone']);
    await alice.press('Try again');
    await preview.moves(alice);
    await alice.seesNo(/Allow/, 'alert');
});

// 1 allows, 2 refuses.
const firefoxThatAllows = (camera, microphone) => firefox({
    'media.navigator.permission.disabled': false,
    'permissions.default.camera': camera,
    'permissions.default.microphone': microphone,
});
const refusesBoth = (kind) => (kind === 'Firefox' ? { browser: firefoxThatAllows(2, 2) } : { granted: [] });
const refusesCamera = (kind) => (kind === 'Firefox' ? { browser: firefoxThatAllows(2, 1) } : { granted: ['microphone'] });
const withoutDevices = (kind) => (kind === 'Firefox' ? firefox({ 'media.navigator.streams.fake': false }) : chromium());

// Alice is told of it in the lobby, and calls all the same.
async function callsWithout(alice, bob, sentence) {
    await alice.open();
    await alice.sees(sentence, 'alert');
    await alice.locate('Try again', 'button');
    await bob.joins();
    await alice.joins();
    await alice.meets('bob');
    await bob.isWith('alice');
    await alice.says('only words');
    await bob.sees('only words');
}

for (const kind of kinds) {
    scenario(`camera and microphone refused in ${kind}: says so, and the call works without`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', refusesBoth(kind)), await scene.person('bob')];
        await callsWithout(alice, bob, /Allow both in the address bar/);
    });

    scenario(`only the camera refused in ${kind}: others hear all the same`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', refusesCamera(kind)), await scene.person('bob')];
        await alice.open();
        await alice.sees(/does not let Malgil use your camera\./, 'alert');
        await alice.joins();
        await bob.joins();
        await bob.hears('alice');
        await alice.meets('bob');
    });

    scenario(`no camera and no microphone in ${kind}: says so, and the call works without`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', { browser: withoutDevices(kind) }), await scene.person('bob')];
        await callsWithout(alice, bob, /No camera and no microphone were found/);
        await bob.says('hello');
        await alice.sees('hello');
    });

    scenario(`camera in use by another program, in ${kind}: the microphone goes on, and the camera comes back on request`, async (scene) => {
        const prepare = inPage(() => {
            const original = MediaDevices.prototype.getUserMedia;
            let taken = true;
            addEventListener('test-camera-released', () => { taken = false; });
            MediaDevices.prototype.getUserMedia = async function (constraints) {
                if (taken && constraints.video) throw new DOMException('Could not start video source', 'NotReadableError');
                return original.call(this, constraints);
            };
        });
        const [alice, bob] = [await scene.person('alice', { browser: browserOf(kind), prepare }), await scene.person('bob')];
        await alice.open();
        await alice.sees(/Another program is using your camera/, 'alert');
        await bob.joins();
        await alice.press('Call');
        await alice.isIn('in-call');
        await bob.hears('alice');
        await alice.page.evaluate(() => dispatchEvent(new Event('test-camera-released')));
        await alice.press('Try again');
        await bob.watches('alice');
        await alice.seesNo(/Another program/, 'alert');
    });

    scenario(`the camera is unplugged during the call, in ${kind}: says so, and sound goes on`, async (scene) => {
        const prepare = inPage(endingTracks, () => {
            const original = MediaDevices.prototype.getUserMedia;
            MediaDevices.prototype.getUserMedia = async function (constraints) {
                const stream = await original.call(this, constraints);
                addEventListener('test-camera-unplugged', () => stream.getVideoTracks().forEach(document.endTrack));
                return stream;
            };
        });
        const [alice, bob] = [await scene.person('alice', { browser: browserOf(kind), prepare }), await scene.person('bob')];
        await bob.joins();
        await alice.joins();
        await bob.meets('alice');
        await alice.page.evaluate(() => dispatchEvent(new Event('test-camera-unplugged')));
        await alice.sees(/went away/, 'alert');
        await bob.hears('alice');
        await alice.press('Try again');
        await bob.watches('alice');
    });

    scenario(`page opened over plain HTTP from another machine, in ${kind}: says so, and the call works without devices`, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind), host: 'malgil.test', granted: null });
        const bob = await scene.person('bob');
        await alice.open();
        assert.equal(await alice.page.evaluate(() => isSecureContext), false);
        await alice.sees(/without encryption/, 'alert');
        await bob.joins();
        await alice.press('Call');
        await alice.isIn('in-call');
        await alice.meets('bob');
    });
}
