// Waiting by condition, never for a fixed time.
import { setTimeout as pause } from 'node:timers/promises';

// Asks `probe` until it answers with something truthy, and returns that. A probe that throws has not come true yet.
export async function until(what, probe, { seconds = 15, every = 40 } = {}) {
    const deadline = Date.now() + seconds * 1000;
    const tooLate = pause(seconds * 1000, undefined, { ref: false });
    let last = 'no answer at all';
    while (Date.now() < deadline) {
        try {
            last = await Promise.race([probe(), tooLate.then(() => last)]);
            if (last && Date.now() < deadline) return last;
        } catch (error) {
            last = error;
        }
        await pause(every);
    }
    const seen = last instanceof Error ? last.message : JSON.stringify(last);
    throw new Error(`${seconds} s were not enough for: ${what} (last: ${seen})`);
}
