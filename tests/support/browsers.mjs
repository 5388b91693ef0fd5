// The browsers of a test file: each kind is launched once, when it is first needed.
import { after } from 'node:test';
import { fakeDevices, launchChromium, launchFirefox } from './launch.mjs';

export { fakeDevices };

const launched = new Map();

after(async () => {
    for (const browser of launched.values()) await (await browser).close();
});

function once(key, launch) {
    if (!launched.has(key)) launched.set(key, launch());
    return launched.get(key);
}

// Permissions are granted per person (scene.mjs), so that one browser serves those who refuse, too.
export const chromium = (...flags) => once(`chromium ${flags}`, () => launchChromium(...flags));
export const firefox = (preferences) => once(`firefox ${JSON.stringify(preferences)}`, () => launchFirefox(preferences));

// Those that a call is tried in, with a camera and a microphone.
export const kinds = ['Chromium', 'Firefox'];
export const browserOf = (kind) => (kind === 'Firefox' ? firefox() : chromium(fakeDevices));
