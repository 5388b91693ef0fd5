// Text in any script: typed through an input method, and drawn from the browser's own fonts.
import assert from 'node:assert/strict';
import { pixels, saturation } from '../support/pixels.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

async function two(scene, options) {
    const [alice, bob] = [await scene.person('alice', options), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await alice.canWrite();
    return [alice, bob];
}

// One syllable as an input method builds it up, and its commitment.
async function compose(person, ...steps) {
    for (const text of steps) {
        await person.devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
}

scenario('Hangul is composed without losing a letter, and Enter during composition does not send', async (scene) => {
    const [alice, bob] = await two(scene);
    const message = await alice.locate('Message', 'textbox');
    const value = () => message.evaluate((field) => field.value);
    await alice.press('Message', 'textbox');
    await compose(alice, 'ㅎ', '하', '한');
    assert.equal(await value(), '한');
    await alice.devtools.send('Input.insertText', { text: '한' });
    await compose(alice, 'ㄱ', '그', '글');

    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };
    await alice.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await alice.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    assert.equal(await value(), '한글');
    await alice.devtools.send('Input.insertText', { text: '글' });
    assert.equal(await value(), '한글');
    assert.equal(await alice.page.evaluate(() => document.querySelector('[role=log]').textContent.includes('한')), false);

    await alice.page.keyboard.press('Enter');
    await bob.sees('한글');
    await alice.sees('한글');
    assert.equal(await value(), '');
});

scenario('a name composed in the lobby is the name that others see', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await bob.joins();
    await alice.open({ user: null });
    await alice.press('User ID', 'textbox');
    await compose(alice, 'ㅎ', '하');
    await alice.devtools.send('Input.insertText', { text: '하' });
    await compose(alice, 'ㄴ', '나');
    await alice.press('Call'); // commits what is being composed
    await alice.isIn('in-call');
    await bob.isWith('하나');
});

// Where a line of the chat is drawn.
async function placeOf(person, text) {
    return until(`the line “${text}”`, () => person.page.evaluate((wanted) => {
        const texts = [...document.querySelector('[role=log]').querySelectorAll('*')].filter((element) => element.children.length === 0 && element.textContent === wanted);
        if (texts.length === 0) return null;
        const { x, y, height } = texts.at(-1).getBoundingClientRect();
        return { x: Math.round(x), y: Math.round(y), width: 40, height: Math.round(height) };
    }, text));
}

const characters = ['각', '힣', 'あ', '你', 'Ж', 'A', '👋🏽', '😀', '❤️'];
const nobodysCharacter = '\u0378'; // unassigned: no font has it

scenario('every script is drawn from the browser’s own fonts', async (scene) => {
    const [alice, bob] = await two(scene);
    const drawn = new Map();
    for (const character of [nobodysCharacter, ...characters]) {
        await alice.says(character);
        const place = await placeOf(bob, character);
        const empty = { ...place, x: place.x + 100 };
        await until(`“${character}” to be drawn`, async () => {
            const here = await pixels(bob.page, place);
            if (String(here) === String(await pixels(bob.page, empty))) return false;
            drawn.set(character, here);
            return true;
        });
    }
    for (const [i, one] of [...drawn.keys()].entries()) {
        for (const other of [...drawn.keys()].slice(i + 1)) {
            assert.notEqual(String(drawn.get(one)), String(drawn.get(other)), `“${one}” and “${other}” look the same`);
        }
    }
    for (const emoji of ['👋🏽', '😀', '❤️']) assert.ok(saturation(drawn.get(emoji)) > 80, `${emoji} is coloured`);
    assert.ok(saturation(drawn.get('각')) < 60, 'letters are not');
});

scenario('one line in many scripts stays one line, and can be selected', async (scene) => {
    const [alice, bob] = await two(scene);
    const line = '안녕하세요 こんにちは 你好 Привет 👋🏽';
    await alice.says(line);
    await bob.sees(line);
    await placeOf(bob, line);
    const { x, y, width, height } = await bob.page.evaluate((wanted) => {
        const [element] = [...document.querySelector('[role=log]').querySelectorAll('*')].filter(({ children, textContent }) => children.length === 0 && textContent === wanted);
        return element.getBoundingClientRect().toJSON();
    }, line);
    await bob.page.mouse.move(x + 1, y + Math.min(height, 20) / 2);
    await bob.page.mouse.down();
    await bob.page.mouse.move(x + width - 1, y + height - 4, { steps: 5 });
    await bob.page.mouse.up();
    assert.equal(await bob.page.evaluate(() => getSelection().toString().trim()), line);
});

scenario('markup is text like any other', async (scene) => {
    const [alice, bob] = await two(scene);
    const markup = '<img src=x onerror="document.title=1"> &amp; {"type":"ack","id":1} ${1}';
    await alice.says(markup);
    await bob.sees(markup);
    assert.equal(await bob.page.evaluate(() => document.title), 'Malgil');
});
