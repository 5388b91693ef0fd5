// Browsers on the hosts of a network of the tests' own, driven from outside of it.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { chromiumOptions, fakeDevices, firefoxOptions } from './launch.mjs';

const enter = fileURLToPath(new URL('on_host', import.meta.url));

function onHost(host, options) {
    return { ...options, executablePath: enter, env: { ...process.env, MALGIL_NAMESPACE: host.namespace, MALGIL_PROGRAM: options.executablePath } };
}

// Without TLS no page of another machine is secure enough to get a camera, so these browsers are told that this one is.
export function chromiumOn(host, origin) {
    const options = chromiumOptions(fakeDevices, `--unsafely-treat-insecure-origin-as-secure=${origin}`);
    return puppeteer.launch(onHost(host, { ...options, pipe: true })); // a WebSocket would be on the host's own loopback
}

// Firefox can be driven by a WebSocket only. It wants its own port in the address, so that is free on both sides.
export async function firefoxOn(host) {
    const relay = createServer((socket) => {
        const child = host.spawn(process.execPath, ['-e', `
            const socket = require('node:net').connect(${relay.address().port}, '127.0.0.1');
            process.stdin.pipe(socket).pipe(process.stdout);
            socket.on('error', () => process.exit(1));
        `], { stdio: ['pipe', 'pipe', 'inherit'] });
        socket.pipe(child.stdin).on('error', () => {});
        child.stdout.pipe(socket).on('error', () => {});
        socket.on('error', () => {}).on('close', () => child.kill());
    }).listen(0, '127.0.0.1');
    await once(relay, 'listening');
    const options = firefoxOptions({
        'media.devices.insecure.enabled': true,
        'media.getusermedia.insecure.enabled': true,
    });
    const browser = await puppeteer.launch(onHost(host, { ...options, debuggingPort: relay.address().port }));
    browser.once('disconnected', () => relay.close());
    return browser;
}
