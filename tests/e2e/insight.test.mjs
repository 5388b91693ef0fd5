// What the page finds out about its connections, and what it makes of that: statistics, codecs, silence.
import assert from 'node:assert/strict';
import { chromium, fakeDevices, firefox } from '../support/browsers.mjs';
import { keepConnections } from '../support/keep_connections.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

const pairs = {
    'Chromium and Chromium': [() => chromium(fakeDevices), () => chromium(fakeDevices)],
    'Chromium and Firefox': [() => chromium(fakeDevices), () => firefox()],
    'Firefox and Chromium': [() => firefox(), () => chromium(fakeDevices)],
};

// Keeps the page's connections and what it copies where a test finds them.
async function prepare(page) {
    await page.evaluateOnNewDocument(keepConnections);
    await page.evaluateOnNewDocument(keepCopies);
}

function keepCopies() {
    const copied = document.copied = [];
    const { clipboard } = navigator;
    const write = clipboard?.writeText.bind(clipboard);
    if (clipboard) clipboard.writeText = (text) => write(text).then(() => { copied.push(text); });
}

async function inCall(scene, [first, second]) {
    const alice = await scene.person('alice', { browser: first(), prepare });
    const bob = await scene.person('bob', { browser: second(), prepare });
    await bob.joins();
    await alice.joins();
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    return [alice, bob];
}

// The entries of a type in what getStats() says of the connection that stands, with their codecs.
const entries = (person, type, kind) => person.page.evaluate(async (wanted) => {
    const connection = document.connections.find(({ connectionState }) => connectionState === 'connected');
    const report = await connection.getStats();
    return [...report.values()].filter((entry) => entry.type === wanted.type && entry.kind === wanted.kind)
        .map((entry) => ({ ...entry, codec: report.get(entry.codecId)?.mimeType }));
}, { type, kind });

const sends = (person, kind, codec) => until(`${person.name} to send ${codec}`, async () => {
    const [{ codec: now }] = await entries(person, 'outbound-rtp', kind);
    return now?.toLowerCase() === codec.toLowerCase() || Promise.reject(new Error(`it sends ${now}`));
}, { seconds: 30 });

const reads = (person, pattern) => until(`${person.name} to read ${pattern}`, async () => {
    const text = await person.page.evaluate(() => [...document.body.querySelectorAll('*')].filter(({ children }) => children.length === 0).map(({ textContent }) => textContent).join('\n'));
    return text.match(pattern) || Promise.reject(new Error(text.slice(0, 1500)));
}, { seconds: 30 });

// As an assistive technology does, wherever the item is scrolled to.
async function activates(person, name, role) {
    await (await person.locate(name, role)).evaluate((element) => element.click());
}

async function chooses(person, choice, option) {
    await activates(person, choice, 'combobox');
    const possible = await person.isEnabled(option, 'option');
    await activates(person, possible ? option : 'Automatic', 'option');
    return possible;
}

for (const [title, browsers] of Object.entries(pairs)) {
    scenario(`${title}: statistics name codecs and path, plot what passes, and are copied as JSON`, async (scene) => {
        const [alice, bob] = await inCall(scene, browsers);
        await alice.press('Statistics');
        for (const person of [alice, bob]) await reads(person, /Connection to (alice|bob): Good/);
        await reads(alice, /direct, UDP/);
        await reads(alice, /Picture: (VP8|VP9|H\.264|AV1) sent, (VP8|VP9|H\.264|AV1) received/);
        await reads(alice, /Sound: Opus sent, Opus received/);
        await reads(alice, /Bitrate: ([1-9]\d+ kbit|[1-9]\d*\.\d Mbit)\/s received, ([1-9]\d+ kbit|[1-9]\d*\.\d Mbit)\/s sent/);
        await reads(alice, /Round trip: \d+ ms/);
        await reads(alice, /Frame rate: \d+ fps received, \d+ fps sent/);

        await alice.page.bringToFront();
        await activates(alice, 'Copy as JSON', 'button');
        await alice.sees(/(on the clipboard|let Malgil copy)/, 'status').catch(() => alice.sees(/let Malgil copy/, 'alert'));
        const copied = () => alice.page.evaluate(() => document.copied.at(-1));
        if (await copied() === undefined) return; // this browser grants it to a person's own click only: see below
        const report = await until('some samples', async () => {
            await activates(alice, 'Copy as JSON', 'button');
            const report = JSON.parse(await copied());
            return report.peers[0].samples.length >= 4 && report;
        }, { seconds: 30, every: 500 });
        assert.match(report.userAgent, /Mozilla/);
        const [peer] = report.peers;
        assert.equal(peer.user, 'bob');
        assert.equal(peer.path.kind, 'direct');
        const latest = peer.samples.at(-1);
        assert.ok(latest.bitrateIn > 10_000 && latest.bitrateIn < 20_000_000, `${latest.bitrateIn} bit/s`);
        assert.ok(latest.heightIn > 0 && latest.framesPerSecondIn > 0);
    });

    scenario(`${title}: another codec is used at once, both ways, and the pictures go on`, { timeout: 240_000 }, async (scene) => {
        const [alice, bob] = await inCall(scene, browsers);
        await alice.press('Settings');
        const tried = [];
        for (const [option, codec] of [['VP9', 'video/VP9'], ['H.264', 'video/H264'], ['VP8', 'video/VP8']]) {
            if (!await chooses(alice, 'Video codec', option)) continue;
            tried.push(option);
            await Promise.all([sends(alice, 'video', codec), sends(bob, 'video', codec)]);
            await Promise.all([alice.watches('bob'), bob.watches('alice')]);
            const pattern = new RegExp(`In use: ${option.replace('.', '\\.')} sent, ${option.replace('.', '\\.')} received`);
            await reads(alice, pattern);
        }
        assert.ok(tried.includes('VP9') && tried.includes('VP8'), `possible: ${tried}`);

        for (const [option, codec] of [['G.722', 'audio/G722'], ['PCMU', 'audio/PCMU'], ['Opus', 'audio/opus']]) {
            assert.ok(await chooses(alice, 'Audio codec', option), `${option} is possible`);
            await Promise.all([sends(alice, 'audio', codec), sends(bob, 'audio', codec)]);
            await bob.hears('alice');
        }
    });

    scenario(`${title}: Opus has error correction, and silence costs next to nothing`, async (scene) => {
        const [alice, bob] = await inCall(scene, browsers);
        for (const person of [alice, bob]) {
            const asked = await person.page.evaluate(() => document.connections[0].remoteDescription.sdp.match(/a=fmtp:\d+ .*useinbandfec=1.*/)?.[0]);
            assert.match(asked ?? '', /usedtx=1/, `${person.name} is asked for it`);
        }
        const packets = async (person) => (await entries(person, 'outbound-rtp', 'audio'))[0].packetsSent;
        for (const person of [alice, bob]) {
            await person.press('Microphone');
            await until(`${person.name} to fall silent`, async () => {
                const before = await packets(person);
                await person.watches(person === alice ? 'bob' : 'alice', 60);
                const sent = await packets(person) - before;
                return sent < 40 || Promise.reject(new Error(`${sent} packets while 60 frames came`));
            }, { seconds: 25 });
        }
    });
}

scenario('a call of two that is settled draws nothing, although it is measured', async (scene) => {
    const [alice, bob] = await inCall(scene, pairs['Chromium and Chromium']);
    const fiveSeconds = 150; // of a camera's 30 frames a second
    await Promise.all([alice.restsWhileWatching('bob', fiveSeconds), bob.restsWhileWatching('alice', fiveSeconds)]);
    const before = await alice.framesDrawn();
    await alice.press('Statistics');
    await until('the panel to be drawn anew by itself', async () => await alice.framesDrawn() > before + 4);
});
