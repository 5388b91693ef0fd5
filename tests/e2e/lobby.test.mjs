// The lobby: what stands in its fields, in which language, and the microphone's level.
import assert from 'node:assert/strict';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

const values = async (person) => Promise.all(['User ID', 'Channel'].map(async (name) => (await person.locate(name, 'textbox')).evaluate((field) => field.value)));

scenario('the address fills in the lobby; its fragment reaches no server', async (scene) => {
    const alice = await scene.person('alice');
    await alice.page.goto(`${alice.origin}/?user=%ED%95%98%EB%82%98&channel=%EB%A7%90%EA%B8%B8%20%26%20co&lang=en#key=secret`);
    await alice.isIn('lobby');
    assert.deepEqual(await values(alice), ['하나', '말길 & co']);
    await alice.press('Call');
    await alice.isIn('in-call');
    assert.ok(alice.requests.every((url) => !url.split('#')[0].includes('secret')));
    assert.ok(await alice.page.evaluate(() => location.hash === '#key=secret'));
});

scenario('what was typed is remembered', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open({ user: null, channel: null });
    assert.deepEqual(await values(alice), ['', '']);
    await alice.type('User ID', '김하나');
    await alice.type('Channel', '회의 1');
    await alice.press('Call');
    await alice.isIn('in-call');
    await alice.open({ user: null, channel: null });
    assert.deepEqual(await values(alice), ['김하나', '회의 1']);
});

scenario('an empty field: Call says which one, and nothing happens', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open({ user: null });
    await alice.press('Call');
    await until('the sentence', () => alice.page.evaluate(() => document.body.innerHTML.includes('Enter a user ID')));
    assert.equal(await alice.attribute('User ID', 'textbox', 'aria-invalid'), 'true');
    assert.equal(await alice.state(), 'lobby');
    await alice.type('User ID', 'alice');
    await alice.press('Call');
    await alice.isIn('in-call');
});

scenario('too long a name: Call says how long it may be', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open({ user: '김'.repeat(65) });
    await alice.press('Call');
    await until('the sentence', () => alice.page.evaluate(() => document.body.innerHTML.includes('at most 64 characters')));
    await alice.type('User ID', '김'.repeat(64));
    await alice.press('Call');
    await alice.isIn('in-call');
});

scenario('the lobby’s meter follows the microphone', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open();
    const level = async () => Number(await alice.attribute('Microphone level', 'meter', 'aria-valuenow'));
    await until('a sound', async () => await level() > 0.02);
    await alice.press('Microphone');
    await until('silence', async () => await level() === 0);
});

const korean = { textboxes: ['사용자 아이디', '채널 이름'], buttons: ['호출', '마이크', '카메라'], call: ['끊기', '마이크', '카메라', '보내기'] };

async function speaksKorean(person) {
    for (const name of korean.textboxes) await person.locate(name, 'textbox');
    for (const name of korean.buttons) await person.locate(name, 'button');
    assert.equal(await person.page.evaluate(() => document.documentElement.lang), 'ko');
    await person.press('호출');
    await person.isIn('in-call');
    for (const name of korean.call) await person.locate(name, 'button');
    await person.locate('메시지', 'textbox');
    await person.press('끊기');
    await person.isIn('lobby');
}

scenario('Korean by the address, and by the browser’s language', async (scene) => {
    const byAddress = await scene.person('alice');
    await byAddress.open({ lang: 'ko' });
    await speaksKorean(byAddress);
    const byBrowser = await scene.person('bob', { prepare: async (page, { devtools }) => {
        const agent = await page.browser().userAgent();
        await devtools.send('Emulation.setUserAgentOverride', { userAgent: agent, acceptLanguage: 'ko-KR,ko' });
    } });
    await byBrowser.open({ lang: null });
    await speaksKorean(byBrowser);
    // The address comes first.
    await byBrowser.open({ lang: 'en' });
    await byBrowser.locate('Call', 'button');
});

scenario('the language can be changed in the lobby', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open();
    await alice.has('English', 'button', 'aria-pressed', 'true');
    await alice.press('한국어');
    await alice.has('한국어', 'button', 'aria-pressed', 'true');
    await alice.locate('호출', 'button');
    assert.equal(await alice.page.evaluate(() => document.documentElement.lang), 'ko');
    assert.deepEqual(await Promise.all(['사용자 아이디', '채널 이름'].map(async (name) => (await alice.locate(name, 'textbox')).evaluate((field) => field.value))),
        ['alice', 'standup']);
});
