// Runs in the page, before anything else does: its peer connections are kept in `document.connections`, and made with
// these members of their configuration besides.
export function keepConnections(besides = {}) {
    const connections = document.connections = [];
    globalThis.RTCPeerConnection = new Proxy(RTCPeerConnection, {
        construct(target, [configuration]) {
            const connection = Reflect.construct(target, [{ ...configuration, ...besides }]);
            connections.push(connection);
            return connection;
        },
    });
}
