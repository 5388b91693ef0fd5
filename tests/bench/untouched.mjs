// What an untouched call costs: canvas redraws, and the processor time of the whole browser.
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Pair, kinds } from './pair.mjs';

const ticksPerSecond = 100; // USER_HZ, the same on every Linux

// Parent and processor time of every process: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
function processes() {
    const all = new Map();
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
            all.set(Number(pid), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond });
        } catch {
            // It ended meanwhile.
        }
    }
    return all;
}

// Of a process and all its descendants, so far.
function cpuSeconds(root) {
    const all = processes();
    const belongs = (pid) => pid === root || (all.has(pid) && belongs(all.get(pid).parent));
    return [...all].filter(([pid]) => belongs(pid)).reduce((sum, [, { seconds }]) => sum + seconds, 0);
}

const drawn = async ({ alice, bob }) => await alice.framesDrawn() + await bob.framesDrawn();

async function pictures({ alice }) {
    return alice.page.evaluate(() => [...document.querySelectorAll('video')].map((video) => {
        const { width, height } = video.getBoundingClientRect();
        return `${video.videoWidth}×${video.videoHeight} at ${Math.round(width)}×${Math.round(height)}`;
    }).sort().join(', '));
}

async function once(browser, server, kind, { settle, span }) {
    const pair = await Pair.open(browser, server, kinds[kind]);
    await pair.alice.press('Call');
    await Promise.all([pair.alice.meets('bob'), pair.bob.meets('alice')]);
    await pause(settle * 1000); // notices go, the bandwidth estimate rises
    const before = { cpu: cpuSeconds(browser.process().pid), drawn: kind === 'page' ? await drawn(pair) : 0 };
    await pause(span * 1000);
    const result = {
        share: (cpuSeconds(browser.process().pid) - before.cpu) / span,
        redraws: kind === 'page' ? await drawn(pair) - before.drawn : undefined,
        pictures: await pictures(pair),
    };
    await pair.close();
    return result;
}

// {page: [{share, redraws, pictures}], plain: […]}, taken in turns. `settle` and `span` in seconds.
export async function untouchedCalls(browser, server, rounds, times) {
    const results = { page: [], plain: [] };
    for (let round = 0; round < rounds; ++round) {
        const order = Object.keys(kinds);
        if (round % 2) order.reverse();
        for (const kind of order) results[kind].push(await once(browser, server, kind, times));
    }
    return results;
}
