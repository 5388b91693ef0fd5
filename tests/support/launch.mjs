// Starting the browsers under test.
import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

function executable(...candidates) {
    const found = candidates.find((path) => existsSync(path));
    if (!found) throw new Error(`none of these browsers is installed: ${candidates.join(', ')}`);
    return found;
}

const quiet = [
    '--no-sandbox',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    // A name that is not a secure origin, although it stays on this machine.
    '--host-resolver-rules=MAP malgil.test 127.0.0.1',
];

export const fakeDevices = '--use-fake-device-for-media-stream';

export function chromiumOptions(...flags) {
    return {
        executablePath: executable('/usr/bin/chromium', '/usr/bin/chromium-browser'),
        args: [...quiet, ...flags],
        defaultViewport: { width: 1280, height: 800 },
    };
}

export function firefoxOptions(preferences = {}) {
    return {
        browser: 'firefox',
        executablePath: executable('/usr/bin/firefox-esr', '/usr/bin/firefox'),
        headless: false, // WebGL 2 wants a display
        args: ['--width=1280', '--height=900'],
        defaultViewport: null, // this version lacks the command for it
        extraPrefsFirefox: {
            'media.navigator.streams.fake': true,
            'media.navigator.permission.disabled': true,
            'media.peerconnection.ice.loopback': true,
            'network.dns.localDomains': 'malgil.test', // as for Chromium above
            'media.peerconnection.ice.obfuscate_host_addresses': false,
            ...preferences,
        },
    };
}

export const launchChromium = (...flags) => puppeteer.launch(chromiumOptions(...flags));
export const launchFirefox = (preferences) => puppeteer.launch(firefoxOptions(preferences));
