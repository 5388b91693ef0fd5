// What the network lets through, and what others see of it: the connection check, and hiding one's address.
import assert from 'node:assert/strict';
import { browserOf, kinds } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';

for (const kind of kinds) {
    scenario(`the connection check in the lobby, in ${kind}: a server without STUN and TURN serves one network`, async (scene) => {
        const alice = await scene.person('alice', { browser: browserOf(kind) });
        await alice.open();
        await alice.watches('alice');
        await alice.press('Check connection');
        await alice.sees('Server: Works', 'status');
        await alice.sees('Camera: Works', 'status');
        await alice.sees('Microphone: Works', 'status');
        await alice.sees('Relay over TLS (TURN): Not offered', 'status');
        await alice.sees(/Calls will work within your network/, 'status');
        assert.equal(await alice.state(), 'lobby');
    });
}

scenario('the connection check without a server: says so', async (scene) => {
    const alice = await scene.person('alice', { mayLog: [/WebSocket|ERR_/] });
    await alice.open();
    await alice.watches('alice');
    await scene.server.kill();
    await alice.press('Check connection');
    await alice.sees('Server: Does not work', 'status');
    await alice.sees(/The server cannot be reached, so no call can begin/, 'status');
    await scene.server.startAgain();
    await alice.press('Check connection');
    await alice.sees('Server: Works', 'status');
});

scenario('hiding one’s address on a server without a relay: says so, and who is connected stays', async (scene) => {
    const [alice, bob] = [await scene.person('alice'), await scene.person('bob')];
    await alice.joins();
    await bob.joins();
    await alice.watches('bob');
    await alice.press('Settings');
    await alice.press('Hide my address', 'checkbox');
    await alice.sees(/this server has no relay/, 'alert');
    await alice.watches('bob');
    await alice.press('Hide my address', 'checkbox');
    await alice.seesNo(/no relay/, 'alert');
});
