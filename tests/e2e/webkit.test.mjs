// The engine of Safari: this build of it has cameras and WebGL 2, but no WebRTC.
import assert from 'node:assert/strict';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';
import { WebKit } from '../support/webkit.mjs';

async function opens(scene, query) {
    const webkit = await WebKit.open(`${scene.server.origin}/?${query}`);
    scene.cleanUp.push(() => webkit.close());
    await until('the lobby', async () => await webkit.evaluate(() => document.documentElement.dataset.state) === 'lobby');
    return webkit;
}

scenario('WebKit: lobby, preview, roles and names, typing, and the sentence that it has no WebRTC', async (scene) => {
    const webkit = await opens(scene, 'user=alice&channel=standup&lang=en');

    await until('the preview to play', () => webkit.evaluate(() => document.querySelector('video[data-self]')?.currentTime > 0.3));
    assert.deepEqual(await webkit.evaluate(() => {
        const { userId, self } = document.querySelector('video').dataset;
        return [userId, self, document.querySelector('video').muted];
    }), ['alice', '', true]);

    assert.equal(await webkit.attribute('Microphone', 'button', 'aria-pressed'), 'true');
    await webkit.press('Microphone');
    await until('the microphone to be off', async () => await webkit.attribute('Microphone', 'button', 'aria-pressed') === 'false');

    await webkit.type('User ID', '앨리스 愛理');
    assert.equal(await webkit.value('User ID'), '앨리스 愛理');
    assert.equal(await webkit.value('Channel'), 'standup');

    await webkit.press('Call');
    const alert = () => webkit.evaluate(() => [...document.querySelectorAll('[role=alert]')].map((region) => region.textContent).join());
    await until('the sentence', async () => /no WebRTC.*Chrome, Firefox or Safari/.test(await alert()));
    assert.equal(await webkit.evaluate(() => document.documentElement.dataset.state), 'lobby');
});

scenario('WebKit: Korean', async (scene) => {
    const webkit = await opens(scene, 'lang=ko');
    for (const name of ['사용자 아이디', '채널 이름']) await webkit.locate(name, 'textbox');
    for (const name of ['호출', '마이크', '카메라']) await webkit.locate(name, 'button');
});
