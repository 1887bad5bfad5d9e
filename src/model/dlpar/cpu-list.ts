/** Sets of logical CPU IDs as commands write them: `0-3,5`. */

/** No partition of any system has more threads. */
const most = 4096;

/** @param words `0-3`, `5`, or several with commas between them @returns undefined if they are no such list */
export function parseCpus(words: string): number[] | undefined {
  const cpus = new Set<number>();
  for (const part of words.split(',')) {
    const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    if (first === undefined) return undefined;
    const [from, to] = [Number(first), Number(last ?? first)];
    if (to < from || to >= most) return undefined;
    for (let cpu = from; cpu <= to; cpu++) cpus.add(cpu);
  }
  return [...cpus].sort((one, other) => one - other);
}

/** @param cpus ascending @returns `''` for none */
export function formatCpus(cpus: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const cpu of cpus) {
    const last = runs.at(-1);
    if (last && cpu === last[1] + 1) last[1] = cpu;
    else runs.push([cpu, cpu]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(',');
}

/** What a row says; an empty set is `''` there. */
export function storedCpus(text: string): number[] {
  return text === '' ? [] : (parseCpus(text) ?? []);
}
