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

// Runs in the page, before anything else does: whatever it asks for, its camera gives pictures of this size, and there is a
// microphone or none.
function limitDevices(camera, microphone) {
    const own = MediaDevices.prototype.getUserMedia;
    MediaDevices.prototype.getUserMedia = function ({ audio, video }) {
        return own.call(this, { audio: microphone ? audio : false, video: video && camera });
    };
}

async function open(browser, server, path, members, devices) {
    const channel = `call-${++calls}`;
    const contexts = [];
    const people = [];
    for (const name of names.slice(0, members)) {
        const context = await browser.createBrowserContext();
        contexts.push(context);
        await context.overridePermissions(server.origin, ['camera', 'microphone']);
        const page = await context.newPage();
        await page.evaluateOnNewDocument(keepConnections);
        if (devices) await page.evaluateOnNewDocument(limitDevices, devices.camera, people.length < devices.microphones);
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

// How each of them encodes its pictures, and where it shows those of the others.
async function lookOf(people) {
    return Promise.all(people.map(async ({ page }) => ({ encodings: await page.evaluate(encodings), places: await page.evaluate(places) })));
}

async function lookLike(people, looks) {
    for (const [i, { page }] of people.entries()) {
        await page.evaluate(encodeLike, looks[i].encodings);
        await page.evaluate(placeLike, looks[i].places);
    }
}

// One call of each page. The plain one encodes and shows what Malgil's did: in the same round or, where it is its turn to
// be the first, in the one before, whose result is given. `devices`: {camera, microphones}, the constraints in place of the
// pages' own and how many members have a microphone.
// {page, plain, looks}
export async function meshes(browser, server, members, { devices, former, ...times }) {
    let { looks } = former ?? {};
    const turn = {
        async page() {
            const call = await open(browser, server, kinds.page, members, devices);
            const measured = await measure(browser, call.people, times);
            looks = await lookOf(call.people);
            await call.close();
            return measured;
        },
        async plain() {
            const call = await open(browser, server, kinds.plain, members, devices);
            await lookLike(call.people, looks);
            const measured = await measure(browser, call.people, times);
            await call.close();
            return measured;
        },
    };
    const result = {};
    for (const kind of former?.first === 'page' ? ['plain', 'page'] : ['page', 'plain']) {
        result.first ??= kind;
        result[kind] = await turn[kind]();
    }
    return { ...result, looks };
}
