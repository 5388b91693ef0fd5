// A real TURN server: coturn, with the configuration that ships and the credentials that the server hands out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Coturn } from '../support/coturn.mjs';
import { Server } from '../support/server.mjs';
import { TurnClient } from '../support/turn_client.mjs';
import { until } from '../support/until.mjs';
import { WirePeer } from '../support/wire_peer.mjs';

const timeout = 60_000;
const [granted, unauthorized, forbidden] = [200, 401, 403];

const internal = {
    plain: [
        '0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.31.255.254', '192.168.1.1', '198.18.0.1', '224.0.0.251',
        '255.255.255.255', '::1', 'fd12:3456::1', 'fe80::1', 'ff02::fb',
    ],
    mapped: ['::ffff:0.0.0.0', '::ffff:10.1.2.3', '::ffff:127.0.0.1', '::ffff:169.254.169.254', '::ffff:172.16.0.1', '::ffff:192.168.1.1'],
    nat64: ['64:ff9b::10.1.2.3', '64:ff9b::127.0.0.1', '64:ff9b::169.254.169.254', '64:ff9b::192.168.1.1', '64:ff9b:1::10.1.2.3'],
    '6to4': ['2002:0a01:0203::1', '2002:7f00:0001::1', '2002:a9fe:a9fe::1', '2002:ac10:0001::1', '2002:c0a8:0101::1'],
};

// Where a denied range begins and ends, and other ways to write an IPv4 address in an IPv6 one.
const edges = [
    '0.255.255.255', '10.0.0.0', '10.255.255.255', '100.127.255.255', '127.255.255.255', '172.16.0.0', '192.0.0.0', '192.0.2.255', '192.88.99.1',
    '192.168.0.0', '192.168.255.255', '198.19.255.255', '198.51.100.7', '203.0.113.7', '239.255.255.255', '240.0.0.0',
    '::', '::10.0.0.0', '::10.1.2.3', '::127.0.0.1', '::0.0.1.0', '::0.1.0.0', '::ffff:255.255.255.255', '::ffff:0:10.1.2.3', '64:ff9b::',
    '64:ff9b:1:ffff:ffff:ffff:ffff:ffff', '100::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:db8::1', '2002::',
    '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '3fff::1', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'febf::1', 'fec0::1',
];

// Next to the denied ranges, and far from them.
const open = [
    '8.8.8.8', '1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0', '169.253.255.255',
    '172.15.255.255', '172.32.0.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255',
    '2606:4700::1111', '64:ff9a::1', '64:ff9c::1', '2001:200::1', '2001:dc0::1', '2003::1', '2400::1', '3ffe::1',
];

let coturn;
before(async () => { coturn = await Coturn.start(); });
after(() => coturn.stop());

// What coturn says to each address, asked by a relay of its own family.
async function answers(addresses) {
    const clients = {};
    for (const family of [4, 6]) {
        clients[family] = await TurnClient.to(coturn.port, coturn.credentials({ user: `asks-${family}` }));
        assert.equal(await clients[family].allocate(family), granted, `a relay of IPv${family}`);
    }
    const codes = {};
    for (const address of addresses) codes[address] = await clients[address.includes(':') ? 6 : 4].permit(address);
    Object.values(clients).forEach((client) => client.close());
    return codes;
}

const all = (addresses, code) => Object.fromEntries(addresses.map((address) => [address, code]));

async function allocates(credentials) {
    const client = await TurnClient.to(coturn.port, credentials);
    const code = await client.allocate();
    client.close();
    return code;
}

test('TURN: coturn as it ships refuses 30 internal addresses: plain, mapped, NAT64 and 6to4', { timeout }, async () => {
    const addresses = Object.values(internal).flat();
    assert.equal(new Set(addresses).size, 30);
    assert.deepEqual(await answers(addresses), all(addresses, forbidden));
});

test('TURN: coturn as it ships refuses its ranges to their edges, and nothing next to them', { timeout }, async () => {
    assert.deepEqual(await answers(edges), all(edges, forbidden));
    assert.deepEqual(await answers(open), all(open, granted));
});

test('TURN: coturn takes no credentials that are expired or made with another secret', { timeout }, async () => {
    assert.equal(await allocates(coturn.credentials()), granted);
    assert.equal(await allocates(coturn.credentials({ secondsLeft: -2 })), unauthorized);
    assert.equal(await allocates(coturn.credentials({ secret: 'another one' })), unauthorized);
    const { username } = coturn.credentials();
    assert.equal(await allocates({ username: username.replace('alice', 'bob'), credential: coturn.credentials().credential }), unauthorized);
});

// A server that knows coturn's secret.
async function withServer(options, body) {
    const server = await Server.start({ options: ['--turn-url', coturn.url, '--turn-secret', coturn.secret, ...options] });
    try {
        await body(server);
    } finally {
        await server.stop();
    }
}

test('TURN: the credentials in welcome are good for coturn, whatever the user ID', { timeout }, async () => {
    await withServer(['--ice-server', 'stun:stun.test'], async (server) => {
        for (const name of ['alice', '말길 😀', 'a "quoted" \\name\\', 'x'.repeat(64), '👋'.repeat(64)]) {
            const peer = await WirePeer.join(server, name);
            const [stun, turn, ...others] = (await peer.gets('welcome')).body.iceServers;
            assert.deepEqual([stun, others], [{ urls: ['stun:stun.test'] }, []]);
            assert.deepEqual(turn.urls, [coturn.url]);
            assert.equal(await allocates(turn), granted, name);
            peer.leave();
            await until(`${name} to be gone`, () => peer.socket.readyState === peer.socket.CLOSED);
        }
    });
});

test('TURN: fresh credentials come before the former expire, and only to those who know what they are', { timeout }, async () => {
    await withServer(['--turn-lifetime', '10'], async (server) => {
        const tutor = await WirePeer.join(server, 'tutor', 'standup', 0);
        const alice = await WirePeer.join(server, 'alice');
        const former = (await alice.gets('welcome')).body.iceServers[0];
        const { iceServers: [fresh, ...others] } = (await alice.gets('ice_servers')).body;
        const [expired, expires] = [former, fresh].map(({ username }) => Number(username.split(':')[0]));
        assert.ok(Date.now() / 1000 < expired, 'the former are still good');
        assert.ok(expires - expired >= 7, `${expires} is later than ${expired}`);
        assert.deepEqual(others, []);
        assert.deepEqual(fresh.urls, former.urls);
        assert.equal(await allocates(fresh), granted);

        await until('the former to expire', async () => await allocates(former) === unauthorized);
        assert.equal(await allocates(fresh), granted);
        alice.send('send_ice_candidate', { candidate: null });
        await tutor.gets('ice_candidate_received');
        assert.ok(tutor.received.every(({ type }) => type !== 'ice_servers'), 'a tutorial client hears nothing of it');
        [tutor, alice].forEach((peer) => peer.leave());
    });
});
