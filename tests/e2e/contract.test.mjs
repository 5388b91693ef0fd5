// The page's contract with those who drive it: states, globals, <video> elements, the canvas, the policy.
import assert from 'node:assert/strict';
import { chromium, fakeDevices } from '../support/browsers.mjs';
import { brightness } from '../support/pixels.mjs';
import { keepConnections } from '../support/keep_connections.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

scenario('the states of a call come in their order', async (scene) => {
    const states = [];
    const alice = await scene.person('alice', { prepare: async (page) => {
        await page.exposeFunction('noteState', (state) => states.push(state));
        await page.evaluateOnNewDocument(() => new MutationObserver(() => {
            const { state } = document.documentElement?.dataset ?? {};
            if (state !== document.noted) noteState(document.noted = state);
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] }));
    } });
    await alice.joins();
    await alice.press('Hang up');
    await alice.isIn('lobby');
    await until('the last state', () => states.length >= 5);
    assert.deepEqual(states, ['loading', 'lobby', 'calling', 'in-call', 'lobby']);
});

scenario('malgil.framesDrawn is a number that nobody else can write, and the only new global', async (scene) => {
    const alice = await scene.person('alice', { mayLog: [/404/] });
    await alice.page.goto(`${alice.origin}/no-such-page`);
    const before = await alice.page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    await alice.joins();
    const after = await alice.page.evaluate(() => Object.getOwnPropertyNames(globalThis));
    assert.deepEqual(after.filter((name) => !before.includes(name)), ['malgil']);
    const tried = await alice.page.evaluate(() => {
        'use strict';
        const before = malgil.framesDrawn;
        const refused = [];
        for (const attempt of [() => { malgil.framesDrawn = -1; }, () => { malgil = {}; }, () => { malgil.more = 1; }]) {
            try { attempt(); } catch (error) { refused.push(error.name); }
        }
        return { before, after: malgil.framesDrawn, refused };
    });
    assert.equal(typeof tried.before, 'number');
    assert.ok(tried.after >= tried.before && tried.before > 0);
    assert.deepEqual(tried.refused, ['TypeError', 'TypeError', 'TypeError']);
});

scenario('tiles are <video> elements under a canvas that lets them through', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await alice.open();
    await alice.watches('alice');
    await bob.joins();
    await alice.press('Call');
    await alice.isIn('in-call');
    await alice.meets('bob');
    const videos = await alice.page.evaluate(() => [...document.querySelectorAll('video')].map((video) => ({
        user: video.dataset.userId, self: video.dataset.self !== undefined, playsinline: video.hasAttribute('playsinline'),
        muted: video.muted, controls: video.controls,
    })).sort((a, b) => a.user < b.user ? -1 : 1));
    assert.deepEqual(videos, [
        { user: 'alice', self: true, playsinline: true, muted: true, controls: false },
        { user: 'bob', self: false, playsinline: true, muted: false, controls: false },
    ]);

    // The middle of bob's tile shows bob: the fake camera is bright, the page is dark.
    const place = await alice.page.evaluate(() => {
        const { x, y, width, height } = document.querySelector('video[data-user-id=bob]').getBoundingClientRect();
        return { x: x + width * 0.4, y: y + height * 0.4, width: width * 0.2, height: height * 0.2 };
    });
    await until('bob’s picture through the canvas', async () => await brightness(alice.page, place) > 60);
    await bob.press('Camera');
    const beside = { ...place, x: place.x - place.width * 1.5 }; // of the initials, which stand in the middle then
    await until('no picture through the canvas', async () => await brightness(alice.page, beside) < 45);
});

const dense = {
    'a dense screen': { browser: () => chromium(fakeDevices, '--force-device-scale-factor=2'), viewport: null },
    'a dense screen that is emulated': { browser: () => chromium(fakeDevices), viewport: { width: 1280, height: 800, deviceScaleFactor: 2 } },
};

for (const [title, { browser, viewport }] of Object.entries(dense)) {
    scenario(`on ${title} the canvas has every pixel of it`, async (scene) => {
        const alice = await scene.person('alice', { browser: browser(), viewport });
        await alice.open();
        const { ratio, canvas, css } = await alice.page.evaluate(() => {
            const { width, height, clientWidth, clientHeight } = document.querySelector('canvas');
            return { ratio: devicePixelRatio, canvas: [width, height], css: [clientWidth, clientHeight] };
        });
        assert.equal(ratio, 2);
        assert.deepEqual(canvas, css.map((length) => length * 2));
    });
}

scenario('a strict Content-Security-Policy holds', async (scene) => {
    const violations = [];
    const alice = await scene.person('alice', { prepare: async (page) => {
        await page.exposeFunction('noteViolation', (what) => violations.push(what));
        await page.evaluateOnNewDocument(() => addEventListener('securitypolicyviolation', (event) => noteViolation(`${event.effectiveDirective} ${event.blockedURI}`)));
    } });
    const response = await alice.page.goto(`${alice.origin}/?user=alice&channel=standup`);
    const policy = response.headers()['content-security-policy'];
    assert.match(policy, /default-src 'none'|default-src 'self'/);
    assert.match(policy, /wasm-unsafe-eval/);
    assert.doesNotMatch(policy, /'unsafe-eval'|'unsafe-inline'|\*|https?:/);
    await alice.isIn('lobby');
    await alice.press('Call');
    await alice.isIn('in-call');
    assert.deepEqual(violations, []);
});

scenario('the server’s ICE servers reach the connections, and a dead one costs nothing', { server: { options: ['--ice-server', 'stun:127.0.0.1:9'] } }, async (scene) => {
    const prepare = (page) => page.evaluateOnNewDocument(keepConnections);
    const [alice, bob] = [await scene.person('alice', { prepare }), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    const given = await alice.page.evaluate(() => document.connections.map((connection) => connection.getConfiguration().iceServers.map(({ urls }) => String(urls))));
    assert.deepEqual(given, [['stun:127.0.0.1:9']]);
});
