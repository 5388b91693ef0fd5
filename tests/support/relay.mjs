// A stretch of network between a browser and the server, which a test can cut.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export class Relay {
    #sockets = new Set();

    static async to(port) {
        const relay = new Relay();
        relay.server = createServer((client) => {
            const server = connect(port, '127.0.0.1');
            for (const [from, to] of [[client, server], [server, client]]) {
                relay.#sockets.add(from);
                from.pipe(to);
                from.on('error', () => {}).on('close', () => {
                    relay.#sockets.delete(from);
                    to.destroy();
                });
            }
        });
        relay.server.listen(0, '127.0.0.1');
        await once(relay.server, 'listening');
        relay.port = relay.server.address().port;
        return relay;
    }

    // Every connection ends without a word, on both sides. New ones may be made.
    cut() {
        for (const socket of this.#sockets) socket.resetAndDestroy();
    }

    stop() {
        this.cut();
        this.server.close();
    }
}
