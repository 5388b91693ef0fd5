// What an untouched call costs: canvas redraws, and the processor time of the whole browser.
import { setTimeout as pause } from 'node:timers/promises';
import { Pair, kinds } from './pair.mjs';
import { processorTime } from './processor_time.mjs';

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
    const before = { cpu: processorTime(browser.process().pid), drawn: kind === 'page' ? await drawn(pair) : 0 };
    await pause(span * 1000);
    const result = {
        share: (processorTime(browser.process().pid) - before.cpu) / span,
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
