// One server process of its own for a test: started on a free port, ended by its handle.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './until.mjs';

const binary = process.env.MALGIL_BINARY ?? fileURLToPath(new URL('../../build/malgil', import.meta.url));

export class Server {
    log = '';

    // `root`: a folder to host instead of the page inside the binary. `host`: where it runs (network.mjs).
    static async start({ root, host, options = [] } = {}) {
        const server = new Server();
        server.options = [...(root ? ['--root', root] : []), ...options];
        server.command = host ? host.within(binary) : [binary, []];
        server.host = host?.address ?? '127.0.0.1';
        await server.#run(`${server.host}:0`);
        return server;
    }

    async #run(address) {
        const from = this.log.length;
        const [program, args] = this.command;
        this.process = spawn(program, [...args, '--listen', address, ...this.options]);
        for (const stream of [this.process.stdout, this.process.stderr]) {
            stream.setEncoding('utf8').on('data', (text) => { this.log += text; });
        }
        this.ended = once(this.process, 'exit');
        this.origin = await until(`${binary} to print its address`, () => {
            if (this.process.exitCode !== null) throw new Error(`it ended: ${this.log}`);
            return this.log.slice(from).match(/Malgil is at (http:\/\/\S+?)\/?\s/)?.[1];
        });
        this.port = Number(new URL(this.origin).port);
    }

    // As a crash or a power cut: nobody is told.
    async kill() {
        this.process.kill('SIGKILL');
        await this.ended;
    }

    // On the same port as before.
    async startAgain() {
        await this.#run(`${this.host}:${this.port}`);
    }

    // Drains; the contract says that it exits with 0.
    async stop() {
        if (this.process.exitCode !== null || this.process.signalCode !== null) return;
        this.process.kill('SIGTERM');
        const [code, signal] = await this.ended;
        if (code !== 0) throw new Error(`the server ended with ${code ?? signal}:\n${this.log}`);
    }
}
