// What one visit downloads, in bytes on the wire, compressed as a current browser gets it.
import { get } from 'node:http';
import { Person } from '../support/person.mjs';

function bodySize(url) {
    return new Promise((resolve, reject) => {
        get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
            let bytes = 0;
            response.on('data', (piece) => { bytes += piece.length; });
            response.on('end', () => resolve({ bytes, encoding: response.headers['content-encoding'] ?? 'as it is' }));
        }).on('error', reject);
    });
}

// Everything that the page asks for until a call stands: [{path, bytes, encoding}].
export async function transfer(browser, server) {
    const context = await browser.createBrowserContext();
    await context.overridePermissions(server.origin, ['camera', 'microphone']);
    const page = await context.newPage();
    const urls = new Set();
    page.on('request', (request) => {
        if (request.url().startsWith('http')) urls.add(request.url());
    });
    await new Person('alice', page, server.origin).joins();
    await context.close();
    return Promise.all([...urls].map(async (url) => ({ path: new URL(url).pathname, ...await bodySize(url) })));
}
