// The time from Call to the first frame of the other, who is in the channel already.
import { Pair, kinds } from './pair.mjs';

// Runs in the page. Resolves to milliseconds from the release of the pointer to the first frame presented.
function untilFirstFrame() {
    return new Promise((resolve) => {
        let pressed;
        addEventListener('pointerup', ({ timeStamp }) => { pressed = timeStamp; }, { capture: true, once: true });
        const found = () => {
            const video = document.querySelector('video[data-user-id=bob]');
            if (!video) return;
            observer.disconnect();
            video.requestVideoFrameCallback(() => resolve(performance.now() - pressed));
        };
        const observer = new MutationObserver(found);
        observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-user-id'] });
    });
}

async function once(browser, server, path) {
    const pair = await Pair.open(browser, server, path);
    const measured = pair.alice.page.evaluate(untilFirstFrame);
    await pair.alice.press('Call');
    const milliseconds = await measured;
    await pair.close();
    return milliseconds;
}

// {page: […], plain: […]}, taken in turns.
export async function firstFrames(browser, server, rounds) {
    const times = { page: [], plain: [] };
    for (let round = 0; round < rounds; ++round) {
        const order = Object.keys(kinds);
        if (round % 2) order.reverse();
        for (const kind of order) times[kind].push(await once(browser, server, kinds[kind]));
    }
    return times;
}
