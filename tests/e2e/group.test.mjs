// More than two.
import assert from 'node:assert/strict';
import { firefox } from '../support/browsers.mjs';
import { scenario } from '../support/scene.mjs';
import { until } from '../support/until.mjs';

scenario('five people in one call, who come at once, leave and come back: everybody sees everybody', { timeout: 240_000 }, async (scene) => {
    const names = ['alice', 'bob', 'carol', 'dora', 'eve'];
    const people = [];
    // Where the machine is too busy to answer in time, Firefox complains of a first try of ICE; that it is tried again shows below.
    const inFirefox = { browser: firefox(), mayLog: [/ICE failed/] };
    for (const name of names) people.push(await scene.person(name, { small: name !== 'bob', ...(name === 'dora' && inFirefox) }));
    const everybodySeesEverybody = (present) => Promise.all(present.map(async (person) => {
        const others = present.filter((other) => other !== person).map(({ name }) => name);
        await person.isWith(...others);
        for (const other of others) await person.watches(other);
    }));

    for (const person of people) await person.open();
    await Promise.all(people.map((person) => person.press('Call')));
    await Promise.all(people.map((person) => person.isIn('in-call', { seconds: 40 })));
    await everybodySeesEverybody(people);

    const [alice, bob, carol, dora, eve] = people;
    const width = (person, of) => person.page.evaluate((id) => document.querySelector(`video[data-user-id=${id}]`).videoWidth, of);
    await until('the pictures to be smaller than the camera’s', async () => await width(alice, 'bob') <= 640 && await width(dora, 'bob') <= 640, { seconds: 40 });

    await bob.says('to all');
    for (const person of [alice, carol, dora, eve]) await person.sees('to all');

    await dora.press('Hang up');
    await carol.press('Hang up');
    await everybodySeesEverybody([alice, bob, eve]);
    await carol.press('Call');
    await everybodySeesEverybody([alice, bob, carol, eve]);
    assert.equal(await dora.state(), 'lobby');
});
