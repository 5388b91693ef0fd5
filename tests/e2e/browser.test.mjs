// Browsers that lack something, or hold something back.
import assert from 'node:assert/strict';
import { chromium, fakeDevices } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';

scenario('no WebRTC: Call says which browsers can, and the lobby stays', async (scene) => {
    const alice = await scene.person('alice', { prepare: (page) => page.evaluateOnNewDocument(() => {
        delete globalThis.RTCPeerConnection;
        delete globalThis.webkitRTCPeerConnection;
    }) });
    await alice.open();
    await alice.press('Call');
    await alice.sees(/no WebRTC.*Chrome, Firefox or Safari/, 'alert');
    assert.equal(await alice.state(), 'lobby');
});

scenario('no WebGL 2: says what to do', async (scene) => {
    const alice = await scene.person('alice', {
        browser: chromium(fakeDevices, '--disable-3d-apis'),
        mayLog: [/WebGL/],
    });
    await alice.open({ until: 'failed' });
    await alice.sees(/WebGL 2.*hardware acceleration/, 'alert');
});

scenario('no WebAssembly: says what to do, in Korean too', async (scene) => {
    const prepare = (page) => page.evaluateOnNewDocument(() => { delete globalThis.WebAssembly; });
    const alice = await scene.person('alice', { prepare });
    await alice.open({ until: 'failed' });
    await alice.sees(/WebAssembly.*Chrome, Firefox or Safari/, 'alert');
    await alice.open({ until: 'failed', lang: 'ko' });
    await alice.sees(/WebAssembly.*크롬, 파이어폭스, 사파리/, 'alert');
});

scenario('a download that breaks off: says so, and Reload goes on', async (scene) => {
    let broken = true;
    const alice = await scene.person('alice', {
        mayLog: [/Failed to load|ERR_FAILED|Failed to fetch|wasm/i],
        prepare: async (page) => {
            await page.setRequestInterception(true);
            page.on('request', (request) => (broken && /\.wasm/.test(request.url()) ? request.abort() : request.continue()));
        },
    });
    await alice.open({ until: 'failed' });
    await alice.sees(/could not be loaded/, 'alert');
    broken = false;
    await alice.press('Reload');
    await alice.isIn('lobby');
});

// Without devices of its own, a page may play sound only once somebody touched it. Here the gesture that pressed Call
// does not count any more when the other comes, as in Safari.
scenario('the browser holds the sound back: says so, and a tap starts it', async (scene) => {
    const prepare = (page) => page.evaluateOnNewDocument(() => {
        const original = HTMLMediaElement.prototype.play;
        let asked = false, allowed = false;
        addEventListener('pointerdown', () => { allowed = asked; }, true);
        HTMLMediaElement.prototype.play = function () {
            if (this.muted || allowed) return original.call(this);
            asked = true;
            this.pause();
            return Promise.reject(new DOMException('play() failed because the user didn\'t interact with the document first.', 'NotAllowedError'));
        };
    });
    const [alice, bob] = [await scene.person('alice', { prepare }), await scene.person('bob')];
    await alice.joins();
    await bob.joins();
    await alice.isWith('bob');
    await alice.sees(/holds back the sound/, 'alert');
    await alice.press('Start sound');
    await alice.meets('bob');
    await alice.seesNo(/holds back/, 'alert');
    assert.equal(await alice.page.evaluate(() => document.querySelector('video[data-user-id=bob]').paused), false);
});
