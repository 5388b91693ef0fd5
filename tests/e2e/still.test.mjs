// While nothing is drawn, copies of the canvas's parts with ink stand for it: nothing but them lies over a picture.
import assert from 'node:assert/strict';
import { browserOf, kinds } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

// Runs in the page.
const standsIn = () => getComputedStyle(document.querySelector('#canvas')).visibility === 'hidden';

function copies() {
    const boxOf = (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
    };
    return {
        parts: [...document.querySelectorAll('#still canvas')].map(boxOf),
        picture: boxOf(document.querySelector('video[data-user-id]:not([data-self])')),
    };
}

const rests = (person) => until(`copies to stand for ${person.name}'s canvas`, () => person.page.evaluate(standsIn), { seconds: 30 });

// What the canvas, or what stands for it, looks like without the pictures below: a PNG.
async function look(page, canvas) {
    await page.evaluate((shown) => {
        document.querySelector('#videos').style.visibility = 'hidden';
        document.querySelector('#canvas').style.visibility = shown ? 'visible' : '';
        document.querySelector('#still').style.visibility = shown ? 'hidden' : '';
    }, canvas);
    return page.screenshot({ encoding: 'base64' });
}

// Both, with no frame drawn in between.
async function looks(person) {
    return until('a look at both', async () => {
        await rests(person);
        const before = await person.framesDrawn();
        const both = { still: await look(person.page, false), canvas: await look(person.page, true) };
        await look(person.page, false);
        return await person.framesDrawn() === before && both;
    }, { seconds: 60 });
}

async function calls(scene, person) {
    const bob = await scene.person('bob');
    await bob.joins();
    await person.joins();
    await person.watches('bob');
}

for (const kind of kinds) {
    scenario(`where nothing is drawn, nothing lies over the middle of a picture (${kind})`, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind) });
        await calls(scene, alice);
        await rests(alice);
        const { parts, picture } = await alice.page.evaluate(copies);
        assert.ok(parts.length > 1 && parts.length < 60, `${parts.length} parts`);
        const covered = parts.reduce((sum, part) => {
            const width = Math.min(part.x + part.width, picture.x + picture.width) - Math.max(part.x, picture.x);
            const height = Math.min(part.y + part.height, picture.y + picture.height) - Math.max(part.y, picture.y);
            return sum + Math.max(width, 0) * Math.max(height, 0);
        }, 0);
        assert.ok(covered < 0.2 * picture.width * picture.height, `${covered} pixels of the picture are covered`);

        await alice.press('Camera');
        await until('the canvas to show itself', async () => !await alice.page.evaluate(standsIn));
        assert.equal(await alice.page.evaluate(() => document.querySelectorAll('#still canvas').length), 0);
    });
}

const dense = (ratio) => ({ width: 1280, height: 800, deviceScaleFactor: ratio });
const surroundings = {
    Firefox: { kind: 'Firefox' },
    Chromium: {},
    'Chromium at 1.25 pixels per pixel': { viewport: dense(1.25) },
    'Chromium at 2 pixels per pixel': { viewport: dense(2) },
};

for (const [title, { kind = 'Chromium', viewport }] of Object.entries(surroundings)) {
    scenario(`what stands for the canvas looks as it does (${title})`, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind), viewport });
        await calls(scene, alice);
        await alice.says('What is written is ink');
        await alice.page.evaluate(() => document.activeElement.blur()); // its caret blinks
        const { still, canvas } = await looks(alice);
        assert.ok(still.length > 10_000, 'there is something to see');
        assert.ok(still === canvas, 'what stands for the canvas differs from it');
    });
}
