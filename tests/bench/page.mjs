// `./dev bench page`: what the page costs beside a minimal one in plain JavaScript, in one run and one table.
import { cpus } from 'node:os';
import { fakeDevices, launchChromium } from '../support/launch.mjs';
import { withOwnPages } from '../support/pages.mjs';
import { Server } from '../support/server.mjs';
import { firstFrames } from './first_frame.mjs';
import { publish, table } from './report.mjs';
import { summary } from './statistics.mjs';
import { transfer } from './transfer.mjs';
import { untouchedCalls } from './untouched.mjs';

const rounds = { firstFrame: 15, untouched: 5 };
const times = { settle: 8, span: 10 };

const say = (text) => process.stderr.write(`${text}\n`);
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const milliseconds = (value) => `${value.toFixed(0)} ms`;
const percent = (value) => `${(value * 100).toFixed(0)} %`;
const spread = (values, unit) => {
    const { median, from, to } = summary(values);
    return `${unit(median)} (${unit(from)}–${unit(to)})`;
};
const ratio = (values, plain) => summary(values).median / summary(plain).median;
const reached = (is) => (is ? 'yes' : '**no**');

// Whoever closed the tab is gone at once, so that the next one can have the name.
const server = await Server.start({ root: withOwnPages(), options: ['--grace', '0'] });
const browser = await launchChromium(fakeDevices);
const version = await browser.version();
let report;
try {
    say('transfer');
    const files = await transfer(browser, server);
    const sum = files.reduce((total, { bytes }) => total + bytes, 0);
    say('first frame');
    const frames = await firstFrames(browser, server, rounds.firstFrame);
    say('untouched call');
    const calls = await untouchedCalls(browser, server, rounds.untouched, times);
    const shares = Object.fromEntries(Object.entries(calls).map(([kind, all]) => [kind, all.map(({ share }) => share)]));
    const redraws = Math.max(...calls.page.map((call) => call.redraws));
    const frameRatio = ratio(frames.page, frames.plain);
    const cpuRatio = ratio(shares.page, shares.plain);
    const sizes = new Set([...calls.page, ...calls.plain].map(({ pictures }) => pictures));

    report = [
        table([
            ['', 'page', 'plain page', 'ratio', 'target', 'reached'],
            ['download, brotli', kilobytes(sum), '', '', '≤ 230 KB', reached(sum <= 230_000)],
            ...files.toSorted((a, b) => b.bytes - a.bytes).map(({ path, bytes, encoding }) => [`· \`${path}\` (${encoding})`, kilobytes(bytes), '', '', '', '']),
            ['Call to the first remote frame', spread(frames.page, milliseconds), spread(frames.plain, milliseconds), frameRatio.toFixed(2), '≤ 1.15', reached(frameRatio <= 1.15)],
            ['canvas redraws in an untouched call', redraws, '', '', '0', reached(redraws === 0)],
            ['CPU of the browser in an untouched call', spread(shares.page, percent), spread(shares.plain, percent), cpuRatio.toFixed(2), '≤ 1.1', reached(cpuRatio <= 1.1)],
        ]),
        `Medians and, in brackets, the middle half; ${rounds.firstFrame} and ${rounds.untouched} calls of each page in turns, the last for ${times.span} s each; both people in one`,
        `${version}, ${cpus().length} cores. Pictures: ${[...sizes].join('; otherwise ')}.`,
    ].join('\n') + '\n';
} finally {
    await browser.close();
    await server.stop();
}
await publish('page', report);
