// Somebody at a browser. Acts by roles and accessible names only, with real pointer and key events, as a person or an
// assistive technology would; what others send is looked for in the <video> elements and the live regions.
import { dark, framesPresented, loudness } from './media.mjs';
import { until } from './until.mjs';

export class Person {
    // `page` is puppeteer's; `origin` is the server's address as this browser is to write it.
    constructor(name, page, origin) {
        Object.assign(this, { name, page, origin });
    }

    // The lobby, with its fields filled in from the address. Fields are left out with `null`.
    async open({ user = this.name, channel = 'standup', lang = 'en', path = '/', until: state = 'lobby' } = {}) {
        const query = new URLSearchParams(Object.entries({ user, channel, lang }).filter(([, value]) => value !== null));
        await this.page.goto(`${this.origin}${path}?${query}`);
        if (state) await this.isIn(state);
    }

    // Into the call, the lobby's way.
    async joins(options) {
        await this.open(options);
        await this.press('Call');
        await this.isIn('in-call');
    }

    locate(name, role) {
        return until(`${this.name} to find the ${role} “${name}”`, () => this.find(name, role));
    }

    // null where there is none now.
    find(name, role) {
        return this.page.$(`::-p-aria([name="${name}"][role="${role}"])`);
    }

    async press(name, role = 'button') {
        const element = await this.locate(name, role);
        await element.evaluate((it) => it.addEventListener('pointerdown', () => { it.wasReached = true; }, { once: true }));
        await element.click().catch((error) => {
            if (!/detached/.test(error.message)) throw error;
        });
        // The view gave way to another one before the pointer was there: it goes where the item is now.
        const missed = await element.evaluate((it) => !it.wasReached && !it.isConnected).catch(() => false); // the page was left
        if (missed) await this.press(name, role);
    }

    async tap(name, role = 'button') {
        await (await this.locate(name, role)).tap();
    }

    async type(name, text) {
        await this.press(name, 'textbox');
        await this.page.keyboard.down('Control');
        await this.page.keyboard.press('KeyA');
        await this.page.keyboard.up('Control');
        await this.page.keyboard.press('Backspace');
        await this.page.keyboard.type(text);
    }

    async isEnabled(name, role) {
        return (await this.locate(name, role)).evaluate((element) => !element.disabled && element.ariaDisabled !== 'true');
    }

    // Somebody is there who can receive.
    canWrite() {
        return until(`${this.name}'s Send to be enabled`, () => this.isEnabled('Send', 'button'));
    }

    async says(text) {
        await this.canWrite();
        await this.type('Message', text);
        await this.press('Send');
    }

    async attribute(name, role, attribute) {
        return (await this.locate(name, role)).evaluate((element, key) => element.getAttribute(key), attribute);
    }

    async has(name, role, attribute, value) {
        await until(`${this.name}'s ${role} “${name}” to have ${attribute}=${value}`,
            async () => await this.attribute(name, role, attribute) === value);
    }

    // ---- what the page says ----------------------------------------------------------------------------------------

    state() {
        return this.page.evaluate(() => document.documentElement.dataset.state);
    }

    async isIn(state, options) {
        await until(`${this.name}'s page to be in the state “${state}”`, async () => {
            const now = await this.state();
            return now === state || Promise.reject(new Error(`it is in “${now}”`));
        }, options);
    }

    // The text of the live regions of a role: log, status, alert.
    region(role) {
        return this.page.evaluate((selector) => [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility()).map((element) => element.textContent).join('\n'), `[role=${role}]`);
    }

    async sees(text, role = 'log', options) {
        const matches = text instanceof RegExp ? (said) => text.test(said) : (said) => said.includes(text);
        return until(`${this.name} to see ${text} in a ${role}`, async () => {
            const said = await this.region(role);
            return matches(said) || Promise.reject(new Error(`it says “${said}”`));
        }, options);
    }

    async seesNo(text, role) {
        await until(`${text} to go from ${this.name}'s ${role}`, async () => !(await this.region(role)).match(text));
    }

    // Frames that the page says it drew on its canvas.
    framesDrawn() {
        return this.page.evaluate(() => globalThis.malgil.framesDrawn);
    }

    // ---- the others ------------------------------------------------------------------------------------------------

    // User IDs of the tiles, one's own left out.
    others() {
        return this.page.evaluate(() => [...document.querySelectorAll('video[data-user-id]:not([data-self], [data-screen])')].map((video) => video.dataset.userId));
    }

    async isWith(...users) {
        await until(`${this.name} to have the tiles ${users}`, async () => {
            const now = await this.others();
            return String(now.sort()) === String(users.sort()) || Promise.reject(new Error(`they are ${now}`));
        }, { seconds: 20 });
    }

    // Moving pictures: so many more frames.
    async watches(user, frames = 3, options = { seconds: 20 }) {
        let first;
        await until(`${this.name} to get frames of ${user}`, async () => {
            const now = await this.page.evaluate(framesPresented, user);
            first = Math.min(first ?? now, now); // the element may be a new one
            return now >= first + frames || Promise.reject(new Error(`it got ${now - first}`));
        }, options);
    }

    // Draws nothing while so many frames of somebody come: the time is that of the picture.
    async restsWhileWatching(user, frames, options = { seconds: 60 }) {
        await until(`${this.name}'s canvas to rest`, async () => {
            const before = await this.framesDrawn();
            await this.watches(user, frames, options);
            const drawn = await this.framesDrawn() - before;
            return drawn === 0 || Promise.reject(new Error(`${drawn} frames were drawn`));
        }, options);
    }

    async watchesDarkness(user) {
        await until(`${user}'s picture to go dark for ${this.name}`, () => this.page.evaluate(dark, user));
    }

    async watchesLight(user) {
        await until(`${user}'s picture to be bright for ${this.name}`, async () => !await this.page.evaluate(dark, user));
    }

    async hears(user) {
        await until(`${this.name} to hear ${user}`, async () => await this.page.evaluate(loudness, user, 700) > 0.005, { seconds: 20 });
    }

    async hearsNothingOf(user) {
        await until(`${user} to be silent for ${this.name}`, async () => await this.page.evaluate(loudness, user, 2500) < 0.0005, { seconds: 20 });
    }

    // Picture and sound of somebody.
    async meets(user) {
        await this.watches(user);
        await this.hears(user);
    }
}
