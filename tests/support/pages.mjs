// Pages of the tests' own beside Malgil's, on the same server: /tutorial/, /peer/ and /plain/.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

// A root to host: Malgil's page with those beside it. One for each process, made when first asked for.
let root;
export function withOwnPages() {
    if (root) return root;
    root = folder(`../../build/e2e/root-${process.pid}`);
    process.on('exit', () => rmSync(root, { recursive: true, force: true }));
    cpSync(process.env.MALGIL_PAGE ?? folder('../../build/page/dist'), root, { recursive: true });
    cpSync(folder('pages'), root, { recursive: true });
    return root;
}
