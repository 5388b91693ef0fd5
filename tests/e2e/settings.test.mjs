// The settings of devices: chosen by name before and during a call, resolution and processing, speaker, meter.
import assert from 'node:assert/strict';
import { browserOf, firefox, kinds } from '../support/browsers.mjs';
import { endingTracks } from '../support/ending_tracks.mjs';
import { inPage } from '../support/in_page.mjs';
import { scenario } from '../support/scene.mjs';
import { cameras, withTwoCameras } from '../support/two_cameras.mjs';
import { until } from '../support/until.mjs';

// Writes down, for the test to read, how many descriptions the page makes and in what state tracks replace each other.
function watchSenders() {
    const { setLocalDescription } = RTCPeerConnection.prototype;
    const { replaceTrack } = RTCRtpSender.prototype;
    const seen = { descriptions: 0, replaced: [] };
    const note = () => { document.documentElement.dataset.senders = JSON.stringify(seen); };
    RTCPeerConnection.prototype.setLocalDescription = function (...args) {
        seen.descriptions += 1;
        note();
        return setLocalDescription.apply(this, args);
    };
    RTCRtpSender.prototype.replaceTrack = function (track) {
        seen.replaced.push(`${this.track?.readyState} to ${track?.readyState}`);
        note();
        return replaceTrack.call(this, track);
    };
}
const senders = async ({ page }) => JSON.parse(await page.evaluate(() => document.documentElement.dataset.senders));

async function choose(person, list, name) {
    await person.press(list, 'combobox');
    await person.press(name, 'option');
}

// The track that a person's own <video> shows.
const ownTrack = ({ page }, kind = 'video') => page.evaluate((of) => {
    const track = document.querySelector('video[data-self]').srcObject?.getTracks().find((each) => each.kind === of);
    return track && { label: track.label, settings: track.getSettings() };
}, kind);

const usesTrack = (person, what, test, kind) => until(`${person.name} to use ${what}`, async () => {
    const track = await ownTrack(person, kind);
    return track && test(track) ? track : Promise.reject(new Error(`it is ${JSON.stringify(track)}`));
});

for (const kind of kinds) {
    scenario(`another camera is chosen during a call in ${kind}, by name: the others see it without a new offer and without a gap`, async (scene) => {
        const [, other] = cameras[kind];
        const alice = await withTwoCameras(scene, 'alice', kind, watchSenders);
        const bob = await scene.person('bob');
        await alice.joins();
        await bob.joins();
        await bob.meets('alice');
        await alice.watches('bob');
        const before = await senders(alice);
        await alice.press('Settings');
        await choose(alice, 'Camera', other);
        await usesTrack(alice, 'the other camera', ({ label }) => label.startsWith(other));
        // Frames of before may still be on their way; not after this.
        await bob.watches('alice');
        await bob.hears('alice');
        await bob.watches('alice');
        const after = await senders(alice);
        assert.equal(after.descriptions, before.descriptions, 'no new description');
        assert.deepEqual(after.replaced.slice(before.replaced.length), ['live to live'], 'the former track goes on until the new one is there');
    });
}

for (const kind of kinds) {
    scenario(`what was chosen before the call is used in it, and kept for the next visit (${kind})`, async (scene) => {
        const [, other] = cameras[kind];
        const alice = await withTwoCameras(scene, 'alice', kind);
        await alice.open();
        await alice.watches('alice');
        await alice.press('Settings');
        await choose(alice, 'Camera', other);
        await usesTrack(alice, 'the other camera', ({ label }) => label.startsWith(other));
        await choose(alice, 'Resolution', 'Medium');
        await usesTrack(alice, '640 × 360', ({ settings }) => settings.width === 640 && settings.height === 360);
        await alice.open();
        await usesTrack(alice, 'the other camera again', ({ label, settings }) => label.startsWith(other) && settings.height === 360);
    });
}

scenario('sound is processed as chosen, during a call and without a new offer', async (scene) => {
    const alice = await scene.person('alice', { prepare: inPage(watchSenders) });
    const bob = await scene.person('bob');
    await alice.joins();
    await bob.joins();
    await bob.hears('alice');
    const before = await senders(alice);
    await usesTrack(alice, 'noise suppression', ({ settings }) => settings.noiseSuppression === true, 'audio');
    await alice.press('Settings');
    for (const [name, setting] of [['Noise suppression', 'noiseSuppression'], ['Echo cancellation', 'echoCancellation']]) {
        await alice.press(name, 'checkbox');
        await usesTrack(alice, `no ${setting}`, ({ settings }) => settings[setting] === false, 'audio');
        await alice.has(name, 'checkbox', 'aria-checked', 'false');
    }
    await bob.hears('alice');
    assert.equal((await senders(alice)).descriptions, before.descriptions, 'no new description');
});

scenario('sound is processed as chosen in Firefox', async (scene) => {
    const alice = await scene.person('alice', { browser: firefox() });
    await alice.open();
    await alice.press('Settings');
    await alice.press('Noise suppression', 'checkbox');
    await alice.has('Noise suppression', 'checkbox', 'aria-checked', 'false');
    await usesTrack(alice, 'no noise suppression', ({ settings }) => settings.noiseSuppression !== true, 'audio');
    await alice.seesNo(/goes on as it was/, 'status');
});

// getUserMedia, enumerateDevices and `ended` of a camera that can be pulled out.
function pullable() {
    const { getUserMedia, enumerateDevices } = MediaDevices.prototype;
    const is = (device, label) => device.label.startsWith(label);
    let gone = null;
    MediaDevices.prototype.enumerateDevices = async function () {
        return (await enumerateDevices.call(this)).filter((device) => !gone || !is(device, gone));
    };
    MediaDevices.prototype.getUserMedia = async function (constraints) {
        const stream = await getUserMedia.call(this, constraints);
        addEventListener('test-unplug', ({ detail }) => {
            gone = detail;
            stream.getTracks().filter((each) => is(each, detail) && each.readyState === 'live').forEach(document.endTrack);
        });
        return stream;
    };
    addEventListener('test-unplug', () => setTimeout(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange'))));
    addEventListener('test-plug', () => {
        gone = null;
        navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
}

for (const kind of kinds) {
    scenario(`the chosen camera is unplugged during a call in ${kind}: another one takes its place, until it is back`, async (scene) => {
        const [first, other] = cameras[kind];
        const alice = await withTwoCameras(scene, 'alice', kind, endingTracks, pullable);
        const bob = await scene.person('bob');
        await alice.joins();
        await bob.joins();
        await bob.watches('alice');
        await alice.press('Settings');
        await choose(alice, 'Camera', other);
        await usesTrack(alice, 'the other camera', ({ label }) => label.startsWith(other));
        await alice.page.evaluate((detail) => dispatchEvent(new CustomEvent('test-unplug', { detail })), other);
        await alice.sees(new RegExp(`In its place: ${first}`), 'status');
        await usesTrack(alice, 'the first camera', ({ label }) => label.startsWith(first));
        await bob.watches('alice');
        await alice.page.evaluate(() => dispatchEvent(new Event('test-plug')));
        await alice.sees(new RegExp(`In use again: ${other}`), 'status');
        await usesTrack(alice, 'the other camera again', ({ label }) => label.startsWith(other));
        await bob.watches('alice');
    });
}

for (const kind of kinds) {
    scenario(`a resolution that the camera cannot give in ${kind}: says so, and keeps the former one`, async (scene) => {
        const prepare = inPage(() => {
            const { applyConstraints } = MediaStreamTrack.prototype;
            MediaStreamTrack.prototype.applyConstraints = function (constraints) {
                if (constraints.height?.ideal > 720) return Promise.reject(new OverconstrainedError('height', 'test'));
                return applyConstraints.call(this, constraints);
            };
        });
        const alice = await scene.person('alice', { browser: browserOf(kind), prepare });
        await alice.open();
        await alice.watches('alice');
        await alice.press('Settings');
        await choose(alice, 'Resolution', 'Highest');
        await alice.sees(/cannot give that resolution/, 'status');
        await alice.has('Resolution', 'combobox', 'aria-description', 'High');
        await usesTrack(alice, '720 lines', ({ settings }) => settings.height === 720);
    });
}

scenario('nothing at first, and a camera later: it joins with nobody to see, and turns the camera on in the call', async (scene) => {
    const [alice, bob] = [await scene.person('alice', { granted: [] }), await scene.person('bob')];
    await bob.joins();
    await alice.open();
    await alice.joins();
    await bob.isWith('alice');
    await alice.watches('bob');
    await alice.page.browserContext().overridePermissions(alice.origin, ['camera', 'microphone']);
    await alice.press('Camera');
    await bob.watches('alice');
});

// What setSinkId is called with, on every kind of element, and a second speaker to choose.
const speakers = inPage(() => {
    const { enumerateDevices } = MediaDevices.prototype;
    MediaDevices.prototype.enumerateDevices = async function () {
        const others = (await enumerateDevices.call(this)).filter(({ kind }) => kind !== 'audiooutput');
        return [...others, { kind: 'audiooutput', deviceId: 'loud', label: 'Loudspeaker', groupId: '' }];
    };
    HTMLMediaElement.prototype.setSinkId = async function (id) {
        this.dataset.sink = id;
        if (this instanceof HTMLAudioElement) document.documentElement.dataset.toneSink = id;
    };
});
const sinkOf = ({ page }, user) => page.evaluate((of) => document.querySelector(`video[data-user-id="${of}"]`)?.dataset.sink, user);

for (const kind of kinds) {
    scenario(`the sound of everybody goes to the chosen speaker in ${kind}, who is there and who comes later`, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind), prepare: speakers });
        const [bob, carol] = [await scene.person('bob'), await scene.person('carol')];
        await alice.joins();
        await bob.joins();
        await alice.watches('bob');
        await alice.press('Settings');
        await choose(alice, 'Speaker', 'Loudspeaker');
        await until('bob to be heard there', async () => await sinkOf(alice, 'bob') === 'loud');
        await carol.joins();
        await until('carol to be heard there', async () => await sinkOf(alice, 'carol') === 'loud');
        await alice.press('Play a test sound');
        await until('the test sound to play there', () => alice.page.evaluate(() => document.documentElement.dataset.toneSink === 'loud'));
        assert.equal(await sinkOf(alice, 'alice'), undefined, 'one does not hear oneself');
    });
}

for (const kind of kinds) {
    scenario(`the microphone has its meter in the settings of a call in ${kind}; without them nothing is measured or drawn`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', { browser: browserOf(kind) }), await scene.person('bob')];
        await alice.joins();
        await bob.joins();
        await alice.meets('bob');
        await alice.press('Settings');
        await alice.locate('Microphone level', 'meter');
        await alice.press('Close panel');
        await alice.restsWhileWatching('bob', 60);
    });
}
