// Makes the README's screenshots anew: ./dev exec node tests/support/screenshots.mjs
import { fileURLToPath } from 'node:url';
import { fakeDevices, launchChromium } from './launch.mjs';
import { paintedCamera } from './painted_camera.mjs';
import { paintedScreen } from './painted_screen.mjs';
import { Person } from './person.mjs';
import { Server } from './server.mjs';

const folder = fileURLToPath(new URL('../../assets/screenshots/', import.meta.url));
const desktop = { width: 1280, height: 800, deviceScaleFactor: 2 };
const phone = { width: 390, height: 844, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

const server = await Server.start();
const browser = await launchChromium(fakeDevices);

async function person(name, seed, viewport) {
    const context = await browser.createBrowserContext();
    const origin = `http://127.0.0.1:${server.port}`;
    await context.overridePermissions(origin, ['camera', 'microphone']);
    const page = await context.newPage();
    await page.setViewport(viewport);
    await page.evaluateOnNewDocument(paintedCamera, seed);
    await page.evaluateOnNewDocument(paintedScreen);
    return new Person(name, page, origin);
}

const shoot = async ({ page }, name) => {
    await page.bringToFront();
    await page.mouse.move(5, 5);
    await page.screenshot({ path: `${folder}${name}.png` });
};

try {
    const alice = await person('alice', 0, desktop);
    const bob = await person('bob', 1, phone);
    await alice.open();
    await alice.page.waitForFunction(() => document.querySelector('video[data-self]')?.currentTime > 1);
    await shoot(alice, 'lobby');
    await alice.press('Call');
    await alice.isIn('in-call');
    await bob.joins();
    await alice.watches('bob');
    await bob.watches('alice');
    await alice.says('안녕하세요 bob! Do you see me well?');
    await bob.press('Chat');
    await bob.says('Perfectly 👋🏽 こんにちは 你好 Привет');
    await alice.sees('Perfectly');
    await bob.press('Chat');
    await alice.says('Then let us begin.');
    await bob.page.bringToFront();
    await bob.watches('alice');
    await shoot(bob, 'phone');
    await alice.page.bringToFront();
    await alice.watches('bob');
    await shoot(alice, 'call');

    const carol = await person('carol', 2, desktop);
    await carol.joins();
    await carol.meets('bob');
    await carol.press('Share screen');
    await alice.page.bringToFront();
    await alice.page.waitForFunction(() => document.querySelector('video[data-user-id=carol][data-screen]')?.videoWidth >= 1600);
    await alice.watches('bob');
    await alice.watches('carol');
    await shoot(alice, 'screen');
} finally {
    await browser.close();
    await server.stop();
}
