// A network of a test's own: hosts on one switch, each a network namespace of Linux, so that addresses can be replaced,
// ways blocked and lines made bad with nothing else on the machine touched. Wants root; goes when the test ends.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const linkProgram = process.env.MALGIL_LINK ?? fileURLToPath(new URL('../../build/sanitized/tests/link/link', import.meta.url));
const run = promisify(execFile);
const subnet = '11.77.0'; // as on the internet, for coturn refuses private addresses; no packet leaves the switch
const router = `${subnet}.254`; // is there and leads nowhere, as on a network without the internet

// Why networks cannot be made here; null where they can. Root that fails to make one is an error, not a reason.
export const whyNoNetworks = () => (process.getuid() === 0 ? null : 'networks of their own want root: run the tests as root');

let networks = 0;

export class Network {
    #hosts = [];

    static async make() {
        const network = new Network();
        network.prefix = `malgil-${process.pid}-${++networks}`;
        network.switch = `${network.prefix}-switch`;
        await run('ip', ['netns', 'add', network.switch]).catch((error) => {
            throw new Error(`no network namespace can be made; they want root and iproute2:\n${error.stderr ?? error.message}`);
        });
        await network.#ip(network.switch, 'link add switch type bridge', `address add ${router}/24 dev switch`, 'link set switch up');
        // The ways that a test blocks; the switch drops without a word.
        await network.#nft('add table bridge blocks', 'add chain bridge blocks forward { type filter hook forward priority 0; }');
        return network;
    }

    async #ip(namespace, ...commands) {
        for (const command of commands) await run('ip', ['-netns', namespace, ...command.split(' ')]);
    }

    async #nft(...commands) {
        await run('ip', ['netns', 'exec', this.switch, 'nft', commands.join('; ')]);
    }

    // `line`: it can be made bad (Host.sets).
    async host(name, { line = false } = {}) {
        const number = this.#hosts.length + 1;
        const host = new Host(`${this.prefix}-${name}`, `${subnet}.${number}`);
        this.#hosts.push(host);
        await run('ip', ['netns', 'add', host.namespace]);
        await this.#ip(host.namespace, 'link set lo up', `link add eth0 type veth peer name port${number} netns ${this.switch}`);
        await this.#ip(this.switch, `link set port${number} up`);
        let port = `port${number}`;
        if (line) {
            port = `far${number}`;
            await this.#ip(this.switch, `link add near${number} type veth peer name ${port}`, `link set near${number} up`, `link set ${port} up`);
            await host.hasLine(this.switch, `port${number}`, `near${number}`);
        }
        await this.#ip(this.switch, `link set ${port} master switch`);
        // No address of IPv6 of its own, which would come a second later, and browsers break off what they load then.
        await this.#ip(host.namespace, 'link set eth0 addrgenmode none', 'link set eth0 up');
        await host.moves(host.address);
        return host;
    }

    // From now on nothing gets from one to the other. `what`: only this, in the words of nft(8), for instance 'udp dport 3478'.
    async blocks(one, other, what = '') {
        for (const [from, to] of [[one, other], [other, one]]) {
            await this.#nft(`add rule bridge blocks forward ip saddr ${from.address} ip daddr ${to.address} ${what} counter drop`);
        }
    }

    // Packets dropped so far.
    async blocked() {
        const { stdout } = await run('ip', ['netns', 'exec', this.switch, 'nft', 'list', 'chain', 'bridge', 'blocks', 'forward']);
        return [...stdout.matchAll(/packets (\d+)/g)].reduce((sum, [, packets]) => sum + Number(packets), 0);
    }

    async stop() {
        for (const host of this.#hosts) await host.stop();
        for (const namespace of [...this.#hosts.map((host) => host.namespace), this.switch]) {
            await run('ip', ['netns', 'delete', namespace]).catch(() => {}); // not made yet when making it failed
        }
    }
}

class Host {
    #processes = [];
    #line;

    constructor(namespace, address) {
        Object.assign(this, { namespace, address });
    }

    // A command and its arguments, to be run as if on this host.
    within(program, ...args) {
        return ['ip', ['netns', 'exec', this.namespace, program, ...args]];
    }

    // Ends with the network at the latest.
    spawn(program, args = [], options = {}) {
        const child = spawn(...this.within(program, ...args), options);
        this.#processes.push(child);
        return child;
    }

    // To this address, from one moment to the next, as when a laptop changes networks. The interface stays up.
    async moves(address) {
        const commands = ['address flush dev eth0 scope global', `address add ${address}/24 dev eth0`, `route replace default via ${router}`];
        const child = spawn('ip', ['-netns', this.namespace, '-batch', '-']);
        child.stdin.end(commands.join('\n'));
        const [code] = await once(child, 'exit');
        if (code !== 0) throw new Error(`${this.namespace} cannot have the address ${address}`);
        this.address = address;
    }

    // Off the network: no address, no carrier.
    async goesAway() {
        await run('ip', ['-netns', this.namespace, 'link', 'set', 'eth0', 'down']);
        await run('ip', ['-netns', this.namespace, 'address', 'flush', 'dev', 'eth0', 'scope', 'global']);
    }

    async comesBack(address) {
        await run('ip', ['-netns', this.namespace, 'link', 'set', 'eth0', 'up']);
        await this.moves(address);
    }

    async hasLine(namespace, one, other) {
        const line = spawn('ip', ['netns', 'exec', namespace, linkProgram, one, other]);
        this.#processes.push(line);
        this.#line = { process: line, said: '', answers: 0 };
        for (const stream of [line.stdout, line.stderr]) stream.setEncoding('utf8').on('data', (text) => { this.#line.said += text; });
        line.on('error', (error) => { this.#line.said += error.message; });
        await this.sets('');
    }

    // The line to the switch, in both directions, in the words of tests/link: 'loss 5', 'delay 200', 'rate 500', or '' for a good one.
    async sets(conditions) {
        const wanted = ++this.#line.answers;
        this.#line.process.stdin.write(`${conditions}\n`);
        await until(`${linkProgram} to take “${conditions}”`, () => {
            if (this.#line.process.exitCode !== null) throw new Error(`it ended: ${this.#line.said}`);
            return this.#line.said.split('ok').length - 1 >= wanted || Promise.reject(new Error(`it says “${this.#line.said}”`));
        });
    }

    async stop() {
        for (const child of this.#processes) {
            if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) continue;
            child.kill('SIGKILL');
            await once(child, 'exit');
        }
    }
}
