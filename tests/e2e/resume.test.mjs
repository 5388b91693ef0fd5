// Connections to the server that are cut, and pages that are loaded again: the place in the call is kept.
import assert from 'node:assert/strict';
import { browserOf, kinds } from '../support/browsers.mjs';
import { Relay } from '../support/relay.mjs';
import { scenario, serverAway } from '../support/scene.mjs';

async function isCut(scene, browser) {
    const relay = await Relay.to(scene.server.port);
    scene.cleanUp.push(() => relay.stop());
    const [alice, bob] = [await scene.person('alice', { browser, port: relay.port, mayLog: serverAway }), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);
    const mark = (person, user) => person.page.evaluate((id) => document.querySelector(`video[data-user-id=${id}]`).setAttribute('data-marked', ''), user);
    const isMarked = (person, user) => person.page.evaluate((id) => document.querySelector(`video[data-user-id=${id}]`).hasAttribute('data-marked'), user);
    await Promise.all([mark(alice, 'bob'), mark(bob, 'alice')]);
    await bob.seesNo(/joined/, 'status');
    await bob.page.evaluate(() => {
        const all = document.saidSoFar = [];
        new MutationObserver(() => all.push(...[...document.querySelectorAll('[role=status]')].map((region) => region.textContent)))
            .observe(document.body, { subtree: true, childList: true, characterData: true });
    });

    relay.cut();
    await alice.sees(/server is back/, 'status', { seconds: 20 });
    await alice.says('nothing happened');
    await bob.sees('nothing happened');
    const carol = await scene.person('carol');
    await carol.joins();
    await Promise.all([alice.meets('carol'), carol.meets('alice'), carol.meets('bob')]);
    await Promise.all([alice.isWith('bob', 'carol'), bob.isWith('alice', 'carol')]);
    assert.ok(await isMarked(bob, 'alice') && await isMarked(alice, 'bob'), 'the tiles are those from before');
    const said = await bob.page.evaluate(() => document.saidSoFar);
    assert.deepEqual(said.filter((text) => /alice (left|joined)/.test(text)), []);
    assert.ok(said.some((text) => /carol joined/.test(text)), 'what is said was noted');
}

async function isLoadedAgain(scene, browser) {
    const [alice, bob] = [await scene.person('alice', { browser }), await scene.person('bob')];
    await bob.joins();
    await alice.joins();
    await bob.meets('alice');
    await alice.page.reload();
    await alice.isIn('in-call');
    await Promise.all([alice.isWith('bob'), bob.isWith('alice')]);
    await Promise.all([alice.meets('bob'), bob.meets('alice')]);

    await alice.press('Hang up');
    await alice.isIn('lobby');
    await alice.page.reload();
    await alice.isIn('lobby');
    await bob.isWith();
}

for (const kind of kinds) {
    scenario(`a connection to the server that is cut for a moment: the others see nothing of it (${kind})`, (scene) => isCut(scene, browserOf(kind)));
    scenario(`a page that is loaded again is in the call again, by itself (${kind})`, (scene) => isLoadedAgain(scene, browserOf(kind)));
}

scenario('another page in the same tab, and back: that was leaving', async (scene) => {
    const alice = await scene.person('alice');
    await alice.joins();
    await alice.page.goto('about:blank');
    await alice.page.goBack();
    await alice.isIn('lobby');
});
