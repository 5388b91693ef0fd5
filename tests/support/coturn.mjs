// A coturn of its own for a test, with the configuration that ships: started on a free port of this machine or on a host
// of a network of the test's own, ended by its handle.
import { createHmac } from 'node:crypto';
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const configuration = fileURLToPath(new URL('../../server/turnserver.conf', import.meta.url));

async function freePort() {
    const socket = createSocket('udp4').bind(0, '127.0.0.1');
    await once(socket, 'listening');
    const { port } = socket.address();
    socket.close();
    return port;
}

export class Coturn {
    log = '';
    secret = 'the secret of a test';

    // `host`: see network.mjs; there it listens on the port of the configuration. `options`: of coturn's command line, on top
    // of what ships.
    static async start({ host, options = [] } = {}) {
        const coturn = new Coturn();
        coturn.port = host ? 3478 : await freePort();
        coturn.address = host?.address ?? '127.0.0.1';
        coturn.folder = await mkdtemp(join(tmpdir(), 'malgil-coturn-'));
        const relays = host ? [host.address] : ['127.0.0.1', '::1'];
        const command = ['turnserver',
            '-c', configuration,
            '--static-auth-secret', coturn.secret,
            '--listening-ip', coturn.address, '--listening-port', coturn.port,
            ...relays.flatMap((address) => ['--relay-ip', address]),
            '--pidfile', join(coturn.folder, 'pid'),
            ...options,
        ];
        coturn.process = host ? spawn(...host.within(...command)) : spawn(command[0], command.slice(1));
        coturn.ended = once(coturn.process, 'exit');
        for (const stream of [coturn.process.stdout, coturn.process.stderr]) {
            stream.setEncoding('utf8').on('data', (text) => { coturn.log += text; });
        }
        return coturn;
    }

    get url() {
        return `turn:${this.address}:${this.port}?transport=udp`;
    }

    // As Malgil makes them; `secondsLeft` below 0: expired.
    credentials({ user = 'alice', secondsLeft = 3600, secret = this.secret } = {}) {
        const username = `${Math.floor(Date.now() / 1000) + secondsLeft}:${user}`;
        return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
    }

    async stop() {
        this.process.kill('SIGTERM');
        await this.ended;
        await rm(this.folder, { recursive: true });
    }
}
