// What arrives at a person, noted all the time, with the machine's clock: gaps that come and go between two looks show.
// The functions that run in the page stand alone.
import { keepConnections } from './keep_connections.mjs';

// Runs before anything else on the page does.
function takeNotes() {
    const notes = document.notes = { frames: {} };
    const watched = new WeakSet();
    setInterval(() => {
        for (const video of document.querySelectorAll('video[data-user-id]:not([data-self])')) {
            if (watched.has(video)) continue;
            watched.add(video);
            const times = notes.frames[video.dataset.userId] ??= [];
            video.requestVideoFrameCallback(function next() {
                times.push(Date.now());
                video.requestVideoFrameCallback(next);
            });
        }
    }, 50);
}

function framesSince(user, time) {
    return document.notes.frames[user]?.filter((at) => at >= time) ?? [];
}

// All reports of a kind, of the connections that are not closed.
async function reports(type, kind) {
    const open = document.connections.filter((connection) => connection.connectionState !== 'closed');
    const found = [];
    for (const connection of open) {
        for (const report of (await connection.getStats()).values()) {
            if (report.type === type && (!kind || report.kind === kind)) found.push(report);
        }
    }
    return found;
}

export class Watch {
    // For `prepare` of Scene.person.
    static on = async (page, person) => {
        await page.evaluateOnNewDocument(keepConnections);
        await page.evaluateOnNewDocument(takeNotes);
        person.watch = new Watch(page);
    };

    constructor(page) {
        this.page = page;
    }

    // When frames of somebody were shown: Date.now() of each.
    frames(user, since = 0) {
        return this.page.evaluate(framesSince, user, since);
    }

    // The longest time without a frame, in milliseconds, from a moment until now.
    async longestGap(user, since) {
        const times = [since, ...await this.frames(user, since), Date.now()];
        return Math.max(...times.slice(1).map((time, i) => time - times[i]));
    }

    stats(type, kind) {
        return this.page.evaluate(reports, type, kind);
    }
}
