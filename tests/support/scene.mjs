// A test with people in it: a server of its own, a clean browser profile for each person, and at the end the checks
// that hold for every test. When it fails, what everybody saw goes to build/e2e/.
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium, fakeDevices } from './browsers.mjs';
import { inPage } from './in_page.mjs';
import { Network, whyNoNetworks } from './network.mjs';
import { Person } from './person.mjs';
import { Server } from './server.mjs';

const evidence = fileURLToPath(new URL('../../build/e2e/', import.meta.url));

// What consoles show of a server that is away: for `mayLog`.
export const serverAway = [
    /WebSocket connection to .* failed/, /ERR_CONNECTION_REFUSED/,
    /connection to wss?:.* was interrupted/, /can.t establish a connection to the server/,
];

// Runs in the page before anything else does: the camera gives 640 × 360 at 15, as a person may choose for a small computer.
function smallCamera() {
    localStorage.setItem('malgil.settings', 'video_preset=low\n');
}

class Scene {
    people = [];
    cleanUp = [];

    constructor(server) {
        this.server = server;
    }

    static async onNetwork(options) {
        const network = await Network.make();
        try {
            const host = await network.host('server');
            return Object.assign(new Scene(await Server.start({ ...options, host })), { network });
        } catch (error) {
            await network.stop();
            throw error;
        }
    }

    // `granted`: the devices that the browser lets the page have. `host`, `port`: how this person writes the server's address.
    // `prepare(page)`: runs before anything is loaded. `mayLog`: console errors that the scene itself brings about. `small`: a
    // small camera, for calls of so many that two cores could not encode their pictures otherwise.
    async person(name, { browser, granted = ['camera', 'microphone'], host = this.server.host, port = this.server.port, viewport, prepare, mayLog = [], small = false, type = Person } = {}) {
        browser = await (browser ?? chromium(fakeDevices));
        const context = await browser.createBrowserContext();
        this.cleanUp.push(() => context.close());
        const origin = `http://${host}:${port}`;
        const isChromium = (await browser.version()).startsWith('Chrome');
        if (isChromium && granted) await context.overridePermissions(origin, granted);
        const page = await context.newPage();
        if (viewport !== undefined) await page.setViewport(viewport);
        const person = new type(name, page, origin);
        Object.assign(person, { mayLog, console: [], errors: [], requests: [] });
        page.on('console', (message) => person.console.push({ kind: message.type(), text: message.text() }));
        // Where a script is to run before anything else, Firefox's driver throws at times by itself, before the page has asked
        // for its first file ("Permission denied to access property"): without a place in any file of the page.
        const ofDriver = ({ message, stack = '' }) => !isChromium && (prepare !== undefined || small)
            && message.endsWith('Permission denied to access property "length"') && !stack.includes(origin);
        page.on('pageerror', (error) => ofDriver(error) || person.errors.push(error.stack ?? String(error)));
        page.on('request', (request) => person.requests.push(request.url()));
        if (isChromium) {
            person.devtools = await page.createCDPSession();
            await person.devtools.send('Network.enable');
            person.devtools.on('Network.webSocketCreated', ({ url }) => person.requests.push(url));
        }
        if (small) await inPage(smallCamera)(page);
        await prepare?.(page, person);
        this.people.push(person);
        return person;
    }

    // Closes the tab without a word to anybody.
    async vanishes(person) {
        this.check([person]);
        this.people = this.people.filter((other) => other !== person);
        await person.page.close();
    }

    check(people = this.people) {
        for (const { name, mayLog, errors, console: lines, requests, origin } of people) {
            const isKnown = (text) => mayLog.some((known) => known.test(text));
            // Firefox tells of connections that fail as if something had been thrown.
            assert.deepEqual(errors.filter((text) => !isKnown(text)), [], `${name}'s page must throw nothing`);
            const complaints = lines.filter(({ kind, text }) => kind === 'error' && !isKnown(text));
            assert.deepEqual(complaints, [], `${name}'s console must show no error`);
            const abroad = requests.filter((url) => /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(origin).host);
            assert.deepEqual(abroad, [], `${name}'s page must ask no other host`);
        }
    }

    // Writes down what everybody saw, and returns it in short.
    async gather(title) {
        const stem = evidence + title.replace(/[^\p{L}\p{N}]+/gu, '-');
        await mkdir(evidence, { recursive: true });
        let report = `server:\n${this.server.log}\n`;
        for (const { name, page, console: lines, errors } of this.people) {
            const shown = await page.evaluate(() => ({
                address: location.href, state: document.documentElement.dataset.state, body: document.body?.innerText.slice(0, 2000),
            })).catch((error) => ({ error: error.message }));
            await page.screenshot({ path: `${stem}.${name}.png` }).catch(() => {});
            report += `${name}: ${JSON.stringify(shown)}\n`;
            report += [...errors, ...lines.map(({ kind, text }) => `${kind}: ${text}`)].map((line) => `  ${line}\n`).join('');
        }
        await writeFile(`${stem}.txt`, report);
        return `${report.slice(0, 6000)}\nscreenshots: ${stem}.*.png`;
    }
}

// Like node's `test`, with a scene for the body. `server`: options of Server.start. `network`: a network of its own, with
// the server on a host there.
export function scenario(title, ...rest) {
    const [{ server: options, network = false, timeout = 120_000 }, body] = rest.length > 1 ? rest : [{}, ...rest];
    test(title, { timeout, skip: network && (whyNoNetworks() ?? false) }, async () => {
        const scene = network ? await Scene.onNetwork(options) : new Scene(await Server.start(options));
        try {
            const tooLate = pause(timeout - 20_000, undefined, { ref: false }).then(() => { throw new Error('the test takes too long'); });
            await Promise.race([body(scene), tooLate]);
            scene.check();
        } catch (error) {
            error.message += `\n\n${await scene.gather(title)}`;
            throw error;
        } finally {
            try {
                for (const clean of scene.cleanUp.reverse()) await clean();
            } finally {
                await scene.server.stop().finally(() => scene.network?.stop());
            }
        }
    });
}
