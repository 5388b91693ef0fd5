// Lets tests end tracks as a browser does whose camera is unplugged, or whose own bar ends a sharing: `document.endTrack(track)`.
// Runs in the page before anything else does. The event itself cannot be dispatched: Firefox keeps it from the listeners of a track.
export function endingTracks() {
    const listeners = new WeakMap();
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    MediaStreamTrack.prototype.addEventListener = function (type, listener, ...options) {
        if (type === 'ended') listeners.set(this, new Set(listeners.get(this)).add(listener));
        addEventListener.call(this, type, listener, ...options);
    };
    MediaStreamTrack.prototype.removeEventListener = function (type, listener, ...options) {
        if (type === 'ended') listeners.get(this)?.delete(listener);
        removeEventListener.call(this, type, listener, ...options);
    };
    document.endTrack = (track) => {
        track.stop();
        for (const listener of [...listeners.get(track) ?? []]) listener.call(track, new Event('ended'));
    };
}
