// The canvas for those who do not see or do not point: roles, names, keyboard, axe.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, fakeDevices, firefox } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

// Every node of the browser's accessibility tree, as "role name".
async function tree(person) {
    const seen = [];
    const walk = (node) => {
        seen.push(`${node.role} ${node.name ?? ''}`.trim());
        for (const child of node.children ?? []) walk(child);
    };
    walk(await person.page.accessibility.snapshot());
    return seen;
}

async function bears(person, ...nodes) {
    await until(`the accessibility tree to bear ${nodes}`, async () => {
        const seen = await tree(person);
        const missing = nodes.filter((node) => !seen.includes(node));
        return missing.length === 0 || Promise.reject(new Error(`it lacks ${missing} in ${seen.join(', ')}`));
    });
}

scenario('every interactive item is in the accessibility tree, by role and name', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await alice.open();
    await bears(alice, 'textbox User ID', 'textbox Channel', 'button Call', 'button Microphone', 'button Camera', 'button English', 'button 한국어');
    await bob.joins();
    await alice.press('Call');
    await alice.isIn('in-call');
    await alice.isWith('bob');
    await bears(alice, 'textbox Message', 'button Send', 'button Microphone', 'button Camera', 'button Hang up');
    assert.ok(!(await tree(alice)).includes('textbox User ID'), 'the lobby’s items are gone');
    assert.equal(await alice.page.evaluate(() => document.querySelectorAll('[role=log]').length), 1);
});

scenario('activating the DOM element activates the item', async (scene) => {
    const activate = async (person, name) => (await person.locate(name, 'button')).evaluate((element) => element.click());
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.open();
    await activate(alice, 'Call');
    await alice.isIn('in-call');
    await alice.isWith('bob');
    await activate(alice, 'Camera');
    await alice.has('Camera', 'button', 'aria-pressed', 'false');
    await alice.type('Message', 'by click()');
    await activate(alice, 'Send');
    await bob.sees('by click()');
    await activate(alice, 'Hang up');
    await alice.isIn('lobby');
});

scenario('Send is enabled only while somebody can receive, and a message shows as delivered', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await alice.joins();
    await alice.type('Message', 'first');
    assert.equal(await alice.isEnabled('Send', 'button'), false);
    await bob.joins();
    await alice.canWrite();
    await alice.press('Send');
    await bob.sees('first');
    await alice.sees('first');
    await until('the sign of delivery', () => alice.page.evaluate(() => document.querySelector('[role=log]').innerHTML.includes('Delivered')));
    assert.equal(await (await alice.locate('Message', 'textbox')).evaluate((field) => field.value), '');
    await bob.press('Hang up');
    await until('Send to be disabled', async () => !await alice.isEnabled('Send', 'button'));
});

// Tab, until the item has the focus. `back`: with Shift.
async function tabTo(person, name, role = 'button', { back = false } = {}) {
    const { keyboard } = person.page;
    if (back) await keyboard.down('Shift');
    try {
        for (let presses = 0; presses < 20; ++presses) {
            const item = await person.locate(name, role);
            if (await item.evaluate((element) => element === document.activeElement)) return;
            await keyboard.press('Tab');
        }
        throw new Error(`Tab does not lead to the ${role} “${name}”`);
    } finally {
        if (back) await keyboard.up('Shift');
    }
}

for (const [name, browser] of Object.entries({ Chromium: () => chromium(fakeDevices), Firefox: () => firefox() })) {
    scenario(`a whole call by keyboard alone, in ${name}`, async (scene) => {
        const [alice, bob] = [await scene.person('alice', { browser: browser() }), await scene.person('bob')];
        const keys = alice.page.keyboard;
        await bob.joins();
        await alice.open({ user: null, channel: null });
        await tabTo(alice, 'User ID', 'textbox');
        await keys.type('alice');
        await tabTo(alice, 'Channel', 'textbox');
        await keys.type('standup');
        await tabTo(alice, 'Call');
        await keys.press('Enter');
        await alice.isIn('in-call');
        await alice.isWith('bob');
        await bob.isWith('alice');
        await tabTo(alice, 'Microphone');
        await keys.press(' ');
        await alice.has('Microphone', 'button', 'aria-pressed', 'false');
        await keys.press('Enter');
        await alice.has('Microphone', 'button', 'aria-pressed', 'true');
        await tabTo(alice, 'Message', 'textbox');
        await keys.type('no mouse');
        await alice.canWrite();
        await keys.press('Enter');
        await bob.sees('no mouse');
        await tabTo(alice, 'Hang up', 'button', { back: true });
        await keys.press(' ');
        await alice.isIn('lobby');
        await bob.isWith();
    });
}

scenario('Enter in a field of the lobby calls', async (scene) => {
    const alice = await scene.person('alice');
    await alice.open();
    await alice.press('Channel', 'textbox');
    await alice.page.keyboard.press('Enter');
    await alice.isIn('in-call');
});

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function serious(person) {
    await person.page.evaluate(axe);
    const { violations } = await person.page.evaluate(() => axe.run());
    return violations.filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

scenario('axe finds nothing serious in the lobby, with a notice, and in the call', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob', { granted: [] })];
    await alice.open();
    assert.deepEqual(await serious(alice), []);
    await bob.open();
    await bob.sees(/Allow both/, 'alert');
    assert.deepEqual(await serious(bob), []);
    await bob.press('Call');
    await bob.isIn('in-call');
    await alice.press('Call');
    await alice.isIn('in-call');
    await alice.isWith('bob');
    await bob.isWith('alice');
    await alice.canWrite();
    await alice.says('hello');
    await bob.sees('hello');
    assert.deepEqual([...await serious(alice), ...await serious(bob)], []);
});
