// A phone's screen, by touch.
import assert from 'node:assert/strict';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

const phone = { width: 390, height: 844, deviceScaleFactor: 3, isMobile: true, hasTouch: true };

// Rectangles of what can be touched, by name.
function targets(person) {
    return person.page.evaluate(() => [...document.querySelectorAll('button, input, textarea, [role=button], [role=combobox]')]
        .map((element) => ({ name: element.getAttribute('aria-label') ?? element.textContent, rect: element.getBoundingClientRect().toJSON() }))
        .filter(({ rect }) => rect.width > 0));
}

async function fits(person) {
    const { scroll, found } = { found: await targets(person), scroll: await person.page.evaluate(() => document.documentElement.scrollWidth) };
    assert.ok(scroll <= phone.width, `the page is ${scroll} px wide`);
    assert.ok(found.length >= 3);
    for (const { name, rect } of found) {
        assert.ok(rect.left >= 0 && rect.right <= phone.width && rect.top >= 0 && rect.bottom <= phone.height, `“${name}” is outside: ${JSON.stringify(rect)}`);
    }
    for (const [i, one] of found.entries()) {
        for (const other of found.slice(i + 1)) {
            const [a, b] = [one.rect, other.rect];
            const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
            assert.ok(apart, `“${one.name}” and “${other.name}” lie over each other`);
        }
    }
}

scenario('a call on a phone, by touch alone', async (scene) => {
    const [alice, bob] = [await scene.person('alice', { viewport: phone }), await scene.person('bob')];
    await bob.joins();
    await alice.open();
    await fits(alice);
    await alice.tap('Call');
    await alice.isIn('in-call');
    await alice.meets('bob');
    await fits(alice);
    for (const name of ['Microphone', 'Camera', 'Hang up']) {
        const { width, height } = await (await alice.locate(name, 'button')).boundingBox();
        assert.ok(width >= 44 && height >= 44, `${name} is ${width} × ${height}`);
    }
    await alice.tap('Microphone');
    await alice.has('Microphone', 'button', 'aria-pressed', 'false');

    await alice.tap('Chat');
    await alice.tap('Message', 'textbox');
    await alice.page.keyboard.type('손으로 👋🏽');
    await alice.canWrite();
    await alice.tap('Send');
    await bob.sees('손으로 👋🏽');
    await alice.tap('Close chat');
    await alice.tap('Hang up');
    await alice.isIn('lobby');
});
