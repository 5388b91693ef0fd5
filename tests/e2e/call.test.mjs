// Two people, one call: picture, sound and text both ways, in every pair of browsers.
import { chromium, fakeDevices, firefox } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';

const pairs = {
    'Chromium calls Chromium': [() => chromium(fakeDevices), () => chromium(fakeDevices)],
    'Chromium calls Firefox': [() => chromium(fakeDevices), firefox],
    'Firefox calls Chromium': [() => firefox(), () => chromium(fakeDevices)],
};

for (const [title, [caller, callee]] of Object.entries(pairs)) {
    scenario(`${title}: they see, hear and write to each other, hang up and call again`, async (scene) => {
        const alice = await scene.person('alice', { browser: caller() });
        const bob = await scene.person('bob', { browser: callee() });

        await bob.joins();
        await alice.joins();
        await alice.isWith('bob');
        await bob.isWith('alice');
        await Promise.all([alice.meets('bob'), bob.meets('alice')]);

        await alice.says('안녕하세요 👋🏽');
        await bob.sees('안녕하세요 👋🏽');
        await bob.says('반가워요 😀');
        await alice.sees('반가워요 😀');

        await alice.press('Hang up');
        await alice.isIn('lobby');
        await bob.isWith();
        await bob.sees(/alice/, 'status');

        await bob.press('Hang up');
        await bob.isIn('lobby');
        await alice.press('Call');
        await alice.isIn('in-call');
        await bob.press('Call');
        await bob.isIn('in-call');
        await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    });
}

scenario('mute and camera: the other hears silence and sees black, and then again sound and picture', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await bob.meets('alice');
    await alice.has('Microphone', 'button', 'aria-pressed', 'true');
    await alice.press('Microphone');
    await alice.has('Microphone', 'button', 'aria-pressed', 'false');
    await bob.hearsNothingOf('alice');
    await alice.press('Microphone');
    await bob.hears('alice');

    await bob.watchesLight('alice');
    await alice.press('Camera');
    await alice.has('Camera', 'button', 'aria-pressed', 'false');
    await bob.watchesDarkness('alice');
    await alice.press('Camera');
    await bob.watchesLight('alice');
    await bob.watches('alice');
});

scenario('Call and Hang up in quick turns leave nothing behind', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.open();
    for (let turn = 0; turn < 6; ++turn) {
        await alice.press('Call');
        if (turn % 2) await alice.isIn('in-call');
        await alice.press('Hang up');
        await alice.isIn('lobby');
    }
    await alice.press('Call');
    await alice.isIn('in-call');
    await Promise.all([alice.isWith('bob'), bob.isWith('alice')]);
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
});
