// The processor time that a process and all that it started have taken.
import { readFileSync, readdirSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ, the same on every Linux

// Parent and processor time of every process: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
function processes() {
    const all = new Map();
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
            all.set(Number(pid), { parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond });
        } catch {
            // It ended meanwhile.
        }
    }
    return all;
}

// In seconds, so far.
export function processorTime(root) {
    const all = processes();
    const belongs = (pid) => pid === root || (all.has(pid) && belongs(all.get(pid).parent));
    return [...all].filter(([pid]) => belongs(pid)).reduce((sum, [, { seconds }]) => sum + seconds, 0);
}
