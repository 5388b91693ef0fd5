// Two people in one browser, with Malgil's page or with the plain one.
import { Person } from '../support/person.mjs';

export const kinds = { page: '/', plain: '/plain/' };

export class Pair {
    static async open(browser, server, path) {
        const pair = new Pair();
        pair.contexts = [];
        for (const name of ['alice', 'bob']) {
            const context = await browser.createBrowserContext();
            pair.contexts.push(context);
            await context.overridePermissions(server.origin, ['camera', 'microphone']);
            pair[name] = new Person(name, await context.newPage(), server.origin);
        }
        await pair.bob.joins({ path });
        await pair.alice.open({ path });
        await Promise.all([pair.alice.watches('alice'), pair.bob.watches('bob')]);
        return pair;
    }

    async close() {
        for (const context of this.contexts) await context.close();
    }
}
