// WebKitGTK's MiniBrowser, driven over plain WebDriver: https://www.w3.org/TR/webdriver2/
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { until } from './until.mjs';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'; // https://www.w3.org/TR/webdriver2/#elements

const browser = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`).find(existsSync);

async function freePort() {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address();
    server.close();
    return port;
}

export class WebKit {
    static async open(address) {
        const webkit = new WebKit();
        const port = await freePort();
        webkit.driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], { stdio: 'ignore' });
        webkit.base = `http://127.0.0.1:${port}`;
        await until('WebKitWebDriver to listen', () => webkit.#ask('GET', '/status'));
        const { sessionId } = await webkit.#ask('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': {
            binary: browser,
            args: ['--automation', '--enable-media-stream=true', '--enable-mock-capture-devices=true'],
        } } } });
        webkit.base += `/session/${sessionId}`;
        await webkit.#ask('POST', '/url', { url: address });
        return webkit;
    }

    async #ask(method, path, body) {
        const response = await fetch(this.base + path, { method, body: body && JSON.stringify(body) });
        const { value } = await response.json();
        if (value?.error) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
        return value;
    }

    evaluate(body, ...args) {
        return this.#ask('POST', '/execute/sync', { script: `return (${body}).apply(null, arguments)`, args });
    }

    // By the browser's own idea of role and name.
    locate(name, role) {
        return until(`WebKit to find the ${role} “${name}”`, async () => {
            for (const found of await this.#ask('POST', '/elements', { using: 'css selector', value: 'input, textarea, button, [role]' })) {
                const element = `/element/${found[elementKey]}`;
                if (await this.#ask('GET', `${element}/computedlabel`) === name && await this.#ask('GET', `${element}/computedrole`) === role) return element;
            }
        });
    }

    async press(name, role = 'button') {
        await this.#ask('POST', `${await this.locate(name, role)}/click`, {});
    }

    async attribute(name, role, attribute) {
        return this.#ask('GET', `${await this.locate(name, role)}/attribute/${attribute}`);
    }

    async type(name, text) {
        const field = await this.locate(name, 'textbox');
        await this.#ask('POST', `${field}/clear`, {});
        await this.#ask('POST', `${field}/value`, { text });
    }

    async value(name) {
        return this.#ask('GET', `${await this.locate(name, 'textbox')}/property/value`);
    }

    async close() {
        await this.#ask('DELETE', '').catch(() => {});
        this.driver.kill();
        await once(this.driver, 'exit');
    }
}
