// `./dev bench call`: what a call of several members costs beside a plain-JavaScript mesh with the same encodings and sizes,
// and how long a call takes to be as it was after something broke.
import { cpus } from 'node:os';
import { fakeDevices, launchChromium } from '../support/launch.mjs';
import { withOwnPages } from '../support/pages.mjs';
import { Server } from '../support/server.mjs';
import { meshes } from './mesh.mjs';
import { recoveries } from './recovery.mjs';
import { publish, table } from './report.mjs';
import { summary } from './statistics.mjs';

// Even numbers: who is measured first costs a little more.
const rounds = { mesh: { 2: 6, 4: 4, 6: 4 }, recovery: 5 };
// Chromium takes half a minute until it sends what it may.
const times = { settle: 30, span: 15 };
// What two cores can do: of thirty streams they can bear neither 1280 × 720 at 20 nor that everybody speaks, with either page.
const devices = { 6: { camera: { width: 480, height: 270, frameRate: 10 }, microphones: 2 } };

const say = (text) => process.stderr.write(`${text}\n`);
const median = (values) => summary(values).median;
const percent = (value) => `${(value * 100).toFixed(0)} %`;
const kilobits = (value) => `${(value / 1000).toFixed(0)} kbit/s`;
const milliseconds = (values) => {
    const { median: middle, from, to } = summary(values);
    return `${middle.toFixed(0)} ms (${from.toFixed(0)}–${to.toFixed(0)})`;
};

const server = await Server.start({ root: withOwnPages() });
const browser = await launchChromium(fakeDevices);
let report;
try {
    const rows = [];
    for (const members of [2, 4, 6]) {
        const results = [];
        for (let round = 0; round < rounds.mesh[members]; ++round) {
            say(`${members} members, ${round + 1} of ${rounds.mesh[members]}`);
            results.push(await meshes(browser, server, members, { ...times, devices: devices[members], former: results.at(-1) }));
            const { page, plain } = results.at(-1);
            say(JSON.stringify({ page, plain }));
        }
        const of = (kind, key) => median(results.map((result) => result[kind][key]));
        const ratio = median(results.map(({ page, plain }) => page.share / plain.share));
        for (const kind of ['page', 'plain']) {
            rows.push([kind === 'page' ? `**${members}**` : '', kind === 'page' ? 'Malgil' : 'plain mesh', percent(of(kind, 'share')), kind === 'page' ? `${ratio.toFixed(2)} ${ratio <= 1.1 ? '(≤ 1.1)' : '(**> 1.1**)'}` : '',
                of(kind, 'framesPerSecond').toFixed(1), kilobits(of(kind, 'bitrate')), results.at(-1)[kind].pictures]);
        }
    }
    say('recovery');
    const recovered = await recoveries(browser, server, rounds.recovery);
    report = [
        table([['members', '', 'CPU of the browser', 'ratio', 'frames a second', 'video per stream', 'pictures'], ...rows]), '',
        table([
            ['until the call is as it was', 'time'],
            ['ICE restart, from the change of network to a frame on the new path', milliseconds(recovered.iceRestart)],
            ['the server is back: joined again (the picture never stopped)', milliseconds(recovered.serverRestart)],
            ['the page is loaded again: the other’s picture', milliseconds(recovered.reload)],
        ]), '',
        `Medians (and the middle half) of ${Object.values(rounds.mesh).join(", ")} and, for the times, ${rounds.recovery} rounds, ${times.span} s each, all members in one ${await browser.version()}, ${cpus().length} cores. The plain mesh encodes and`,
        'shows its pictures as Malgil did; each is measured first in every other round. The cameras of six members give 480 × 270 at 10, and two',
        'of the six have a microphone; the others give 1280 × 720 at 20, with sound.',
    ].join('\n') + '\n';
} finally {
    await browser.close();
    await server.stop();
}
await publish('call', report);
