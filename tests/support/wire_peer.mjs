// A member of a channel without a browser: speaks the wire protocol by hand, and says only what the test tells it to.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { until } from './until.mjs';

export class WirePeer {
    received = [];

    static async join(server, userId, channelName = 'standup', protocol = 1) {
        const peer = new WirePeer();
        peer.member = { channelName, userId };
        peer.socket = new WebSocket(`${server.origin.replace('http', 'ws')}/ws`);
        peer.socket.on('message', (data) => peer.received.push(JSON.parse(data)));
        await once(peer.socket, 'open');
        peer.send('join', { protocol });
        await peer.gets('joined');
        return peer;
    }

    send(type, body) {
        this.socket.send(JSON.stringify({ type, body: { ...this.member, ...body } }));
    }

    gets(type) {
        return until(`${this.member.userId} to get ${type}`, () => this.received.find((message) => message.type === type));
    }

    leave() {
        this.socket.close();
    }
}
