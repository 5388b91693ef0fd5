// A client written along the tutorial, which knows only the base messages, and the page.
import assert from 'node:assert/strict';
import { chromium, fakeDevices, firefox } from '../support/browsers.mjs';
import { withOwnPages } from '../support/pages.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

const server = { root: withOwnPages() };
const browsers = { Chromium: () => chromium(fakeDevices), Firefox: () => firefox() };

async function opens(tutorial) {
    await tutorial.page.goto(`${tutorial.origin}/tutorial/?user=${tutorial.name}&channel=standup&with=alice`);
    await tutorial.isIn('in-call');
}

const noted = (tutorial, key) => tutorial.page.evaluate((name) => document.documentElement.dataset[name] ?? '', key);

async function talk(alice, tutorial) {
    await alice.isWith('tutor');
    await Promise.all([alice.meets('tutor'), tutorial.meets('alice')]);

    await until('the tutorial’s channel to open', async () => await noted(tutorial, 'chat') === 'open');
    await tutorial.page.evaluate(() => chat.send('plain words, 그냥 글 👋🏽'));
    await alice.sees('plain words, 그냥 글 👋🏽');
    await alice.says('안녕, tutorial');
    await until('alice’s words to reach the tutorial', () => tutorial.page.evaluate(() => document.querySelector('#messages').textContent.includes('안녕, tutorial')));
}

async function heardOnly(tutorial, ...types) {
    const received = (await noted(tutorial, 'received')).split(' ');
    assert.deepEqual(received.filter((type) => type !== 'joined'), types, 'what the tutorial client was sent');
    assert.ok(Number(await noted(tutorial, 'candidates')) > 0, 'the description is complete');
}

for (const [name, browser] of Object.entries(browsers)) {
    scenario(`a tutorial client in ${name} is called by the page`, { server }, async (scene) => {
        const tutorial = await scene.person('tutor', { browser: browser() });
        const alice = await scene.person('alice');
        await opens(tutorial);
        await alice.joins();
        await talk(alice, tutorial);
        await heardOnly(tutorial, 'offer_sdp_received');

        await alice.press('Hang up');
        await until('the tutorial to be alone', async () => await noted(tutorial, 'joined') === 'tutor');
    });

    scenario(`a tutorial client in ${name} calls the page`, { server }, async (scene) => {
        const alice = await scene.person('alice');
        const tutorial = await scene.person('tutor', { browser: browser() });
        await alice.joins();
        await opens(tutorial);
        await tutorial.page.click('#call');
        await talk(alice, tutorial);
        await heardOnly(tutorial, 'answer_sdp_received');

        await scene.vanishes(tutorial);
        await alice.isWith();
        await alice.sees(/tutor/, 'status');
    });
}
