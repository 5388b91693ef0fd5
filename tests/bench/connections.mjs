// What runs in a page under measurement: its peer connections are kept, so that they can be asked.

// Sums over everything that arrives: frames and bytes so far, and the pixels of each picture.
export async function received() {
    const sum = { frames: 0, bytes: 0, pictures: [] };
    for (const connection of document.connections.filter(({ connectionState }) => connectionState === 'connected')) {
        for (const report of (await connection.getStats()).values()) {
            if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
            sum.frames += report.framesDecoded ?? 0;
            sum.bytes += report.bytesReceived;
            sum.pictures.push(`${report.frameWidth}×${report.frameHeight}`);
        }
    }
    return sum;
}

// How each connection encodes its picture.
export function encodings() {
    return document.connections.filter(({ connectionState }) => connectionState === 'connected').map((connection) => {
        const { encodings: [encoding] } = connection.getSenders().find(({ track }) => track?.kind === 'video').getParameters();
        const { maxBitrate, maxFramerate, scaleResolutionDownBy } = encoding;
        return { maxBitrate, maxFramerate, scaleResolutionDownBy };
    });
}

// The same from now on.
export async function encodeLike(all) {
    const connected = document.connections.filter(({ connectionState }) => connectionState === 'connected');
    await Promise.all(connected.map(async (connection, i) => {
        const sender = connection.getSenders().find(({ track }) => track?.kind === 'video');
        const parameters = sender.getParameters();
        Object.assign(parameters.encodings[0], all[i % all.length]);
        await sender.setParameters(parameters);
    }));
}

// Where the pictures are, by user ID.
export function places() {
    return [...document.querySelectorAll('video[data-user-id]')].map((video) => {
        const { x, y, width, height } = video.getBoundingClientRect();
        return { user: video.dataset.userId, x, y, width, height };
    });
}

export function placeLike(all) {
    for (const { user, x, y, width, height } of all) {
        const video = document.querySelector(`video[data-user-id="${user}"]`);
        Object.assign(video.style, { position: 'fixed', left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`, objectFit: 'cover' });
    }
}
