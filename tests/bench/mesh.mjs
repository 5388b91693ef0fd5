// A call of several members in one browser, with Malgil's page and with the plain one.
import { setTimeout as pause } from 'node:timers/promises';
import { keepConnections } from '../support/keep_connections.mjs';
import { Person } from '../support/person.mjs';
import { until } from '../support/until.mjs';
import { encodeLike, encodings, placeLike, places, received } from './connections.mjs';
import { kinds } from './pair.mjs';
import { processorTime } from './processor_time.mjs';

const names = ['alice', 'bob', 'carol', 'dora', 'eve', 'fay'];
let calls = 0; // each has a channel of its own: the server keeps the places of the one before for a while

// Runs in the page, before anything else does: whatever it asks for, its camera gives pictures of this size.
function limitCamera(camera) {
    const own = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = function (constraints) {
        return own.call(this, constraints.video ? { ...constraints, video: camera } : constraints);
    };
}

async function open(browser, server, path, members, camera) {
    const channel = `call-${++calls}`;
    const contexts = [];
    const people = [];
    for (const name of names.slice(0, members)) {
        const context = await browser.createBrowserContext();
        contexts.push(context);
        await context.overridePermissions(server.origin, ['camera', 'microphone']);
        const page = await context.newPage();
        await page.evaluateOnNewDocument(keepConnections);
        if (camera) await page.evaluateOnNewDocument(limitCamera, camera);
        const person = new Person(name, page, server.origin);
        people.push(person);
        await person.joins({ path, channel });
    }
    const connected = ({ page }) => page.evaluate(() => document.connections.filter(({ connectionState }) => connectionState === 'connected').length);
    await until('everybody to be connected with everybody', async () => {
        for (const person of people) if (await connected(person) < members - 1) return false;
        return true;
    }, { seconds: 60 });
    return { people, close: () => Promise.all(contexts.map((context) => context.close())) };
}

async function sum(people) {
    const all = await Promise.all(people.map(({ page }) => page.evaluate(received)));
    return { frames: all.reduce((total, { frames }) => total + frames, 0), bytes: all.reduce((total, { bytes }) => total + bytes, 0), pictures: all.flatMap(({ pictures }) => pictures) };
}

async function measure(browser, people, { settle, span }) {
    await pause(settle * 1000);
    const before = { cpu: processorTime(browser.process().pid), ...await sum(people) };
    await pause(span * 1000);
    const after = { cpu: processorTime(browser.process().pid), ...await sum(people) };
    const streams = after.pictures.length;
    return {
        share: (after.cpu - before.cpu) / span,
        framesPerSecond: (after.frames - before.frames) / span / streams,
        bitrate: (after.bytes - before.bytes) * 8 / span / streams,
        pictures: [...new Set(after.pictures)].sort().join(', '),
    };
}

// Malgil's page first: the plain one then encodes and shows what it did. `camera`: constraints in place of the pages' own.
// {page, plain}
export async function meshes(browser, server, members, { camera, ...times }) {
    const malgil = await open(browser, server, kinds.page, members, camera);
    const page = await measure(browser, malgil.people, times);
    const looks = await Promise.all(malgil.people.map(async (person) => ({ encodings: await person.page.evaluate(encodings), places: await person.page.evaluate(places) })));
    await malgil.close();

    const other = await open(browser, server, kinds.plain, members, camera);
    for (const [i, person] of other.people.entries()) {
        await person.page.evaluate(encodeLike, looks[i].encodings);
        await person.page.evaluate(placeLike, looks[i].places);
    }
    const plain = await measure(browser, other.people, times);
    await other.close();
    return { page, plain };
}
