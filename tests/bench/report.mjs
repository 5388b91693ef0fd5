// Where the tables of the benchmarks go.
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// A table of Markdown: the first row is its head.
export function table([head, ...rows]) {
    return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

// To the standard output, and to build/bench/`name`.md.
export async function publish(name, report) {
    const folder = fileURLToPath(new URL('../../build/bench/', import.meta.url));
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}${name}.md`, report);
    process.stdout.write(report);
}
