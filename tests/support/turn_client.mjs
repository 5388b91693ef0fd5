// A TURN client as small as its tests need: over UDP, with the long-term credentials of STUN.
// https://www.rfc-editor.org/rfc/rfc8489 (STUN), https://www.rfc-editor.org/rfc/rfc8656 (TURN)
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const cookie = 0x2112a442;
const method = { allocate: 0x003, refresh: 0x004, createPermission: 0x008 };
const attribute = {
    username: 0x0006, messageIntegrity: 0x0008, errorCode: 0x0009, lifetime: 0x000d, xorPeerAddress: 0x0012, realm: 0x0014,
    nonce: 0x0015, requestedAddressFamily: 0x0017, requestedTransport: 0x0019,
};

// The 16 bytes of an IPv6 address in any notation, or the 4 of an IPv4 address.
export function addressBytes(address) {
    if (!isIPv6(address)) return Buffer.from(address.split('.').map(Number));
    const dotted = address.match(/^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/);
    const plain = dotted ? dotted[1] + [[2, 3], [4, 5]].map(([a, b]) => (dotted[a] * 256 + Number(dotted[b])).toString(16)).join(':') : address;
    const [head, tail] = plain.split('::').map((half) => half.split(':').filter(Boolean));
    const words = tail ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head;
    return Buffer.from(words.flatMap((word) => [parseInt(word, 16) >> 8, parseInt(word, 16) & 255]));
}

function encoded(type, value) {
    const header = Buffer.alloc(4);
    header.writeUInt16BE(type, 0);
    header.writeUInt16BE(value.length, 2);
    return Buffer.concat([header, value, Buffer.alloc(-value.length & 3)]);
}

function message(type, transaction, attributes, extraLength = 0) {
    const header = Buffer.alloc(8);
    header.writeUInt16BE(type, 0);
    header.writeUInt16BE(attributes.length + extraLength, 2);
    header.writeUInt32BE(cookie, 4);
    return Buffer.concat([header, transaction, attributes]);
}

function decoded(packet) {
    const attributes = new Map();
    for (let at = 20; at < packet.length; at += 4 + ((packet.readUInt16BE(at + 2) + 3) & ~3)) {
        attributes.set(packet.readUInt16BE(at), packet.subarray(at + 4, at + 4 + packet.readUInt16BE(at + 2)));
    }
    const error = attributes.get(attribute.errorCode);
    return { code: error ? error[2] * 100 + error[3] : 200, attributes };
}

export class TurnClient {
    #realm = '';
    #nonce = '';

    // `credentials`: { username, credential }, as `iceServers` has them.
    static async to(port, credentials, host = '127.0.0.1') {
        const client = new TurnClient();
        Object.assign(client, { port, host, credentials, socket: createSocket('udp4') });
        client.socket.bind();
        await once(client.socket, 'listening');
        return client;
    }

    close() {
        this.socket.close();
    }

    // Each answers the code of the response: 200 is success, others are STUN's error codes.

    async allocate(family = 4) {
        const transport = encoded(attribute.requestedTransport, Buffer.from([17, 0, 0, 0]));
        const wanted = encoded(attribute.requestedAddressFamily, Buffer.from([family === 6 ? 2 : 1, 0, 0, 0]));
        return await this.#request(method.allocate, Buffer.concat([transport, wanted]));
    }

    async refresh(seconds) {
        const lifetime = Buffer.alloc(4);
        lifetime.writeUInt32BE(seconds);
        return await this.#request(method.refresh, encoded(attribute.lifetime, lifetime));
    }

    // May packets come and go between the relay and that address? Nothing is sent to it.
    async permit(address) {
        return await this.#request(method.createPermission, (transaction) => {
            const bytes = addressBytes(address);
            const key = Buffer.alloc(4);
            key.writeUInt32BE(cookie);
            const mask = Buffer.concat([key, transaction]);
            const port = 9 ^ (cookie >>> 16);
            const value = Buffer.from([0, bytes.length === 16 ? 2 : 1, port >> 8, port & 255, ...bytes.map((byte, i) => byte ^ mask[i])]);
            return encoded(attribute.xorPeerAddress, value);
        });
    }

    async #request(type, attributes) {
        let answer = await this.#exchange(type, attributes);
        // The first request learns realm and nonce (401), a later one a newer nonce (438).
        for (const expected of [401, 438]) {
            if (answer.code !== expected || !answer.attributes.has(attribute.nonce)) continue;
            if (expected === 401 && this.#nonce) continue; // these credentials were refused
            this.#realm = (answer.attributes.get(attribute.realm) ?? this.#realm).toString();
            this.#nonce = answer.attributes.get(attribute.nonce).toString();
            answer = await this.#exchange(type, attributes);
        }
        return answer.code;
    }

    async #exchange(type, attributes) {
        const transaction = randomBytes(12);
        let all = typeof attributes === 'function' ? attributes(transaction) : attributes;
        if (this.#nonce) {
            const { username, credential } = this.credentials;
            all = Buffer.concat([all,
                encoded(attribute.username, Buffer.from(username)),
                encoded(attribute.realm, Buffer.from(this.#realm)),
                encoded(attribute.nonce, Buffer.from(this.#nonce))]);
            // The length counts the integrity as well: https://www.rfc-editor.org/rfc/rfc8489#section-14.5
            const key = createHash('md5').update(`${username}:${this.#realm}:${credential}`).digest();
            const integrity = createHmac('sha1', key).update(message(type, transaction, all, 24)).digest();
            all = Buffer.concat([all, encoded(attribute.messageIntegrity, integrity)]);
        }
        return await this.#roundTrip(message(type, transaction, all), transaction);
    }

    // UDP may lose packets, and the server may be about to start: sent again until there is an answer.
    async #roundTrip(packet, transaction) {
        const answered = new AbortController();
        let answer;
        const take = (received) => {
            if (!received.subarray(8, 20).equals(transaction)) return;
            answer = decoded(received);
            answered.abort();
        };
        this.socket.on('message', take);
        for (let attempt = 0; attempt < 20 && !answer; ++attempt) {
            this.socket.send(packet, this.port, this.host);
            await pause(250, undefined, { signal: answered.signal }).catch(() => {});
        }
        this.socket.off('message', take);
        if (!answer) throw new Error('the TURN server did not answer');
        return answer;
    }
}
