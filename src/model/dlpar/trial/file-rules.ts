import { type Finding, finding } from './finding.ts';

/** A script as a file: what can be known of it without a call. */
export interface TrialFile {
  /** Its name without folders. */
  readonly name: string;
  readonly content: Buffer;
  readonly executable: boolean;
}

export function fileFindings({ name, content, executable }: TrialFile): Finding[] {
  const found: Finding[] = [];
  if (!executable) found.push(finding('notExecutable', undefined, { file: name }));
  // A program for the machine, and not for people.
  if (content.includes(0)) return found;
  const lines = content.toString('utf8').split('\n');
  if (!lines[0]?.startsWith('#!')) found.push(finding('noInterpreter', undefined, {}));
  const returned = lines.findIndex((line) => line.endsWith('\r'));
  if (returned >= 0) found.push(finding('carriageReturn', undefined, { line: returned + 1 }));
  found.push(...terminalFindings(lines));
  return found;
}

// What is behind a # is a comment in every language that scripts are usually in.
const terminalWord = /(?:^|[\s;|&(`'"<>])(\/dev\/tty|stty|tput)(?:$|[\s;|&)`'"<>])/;

function terminalFindings(lines: readonly string[]): Finding[] {
  for (const [index, line] of lines.entries()) {
    const word = terminalWord.exec(line.slice(0, 1000).replace(/(^|\s)#.*$/, ''))?.[1];
    if (word !== undefined) return [finding('terminal', undefined, { line: index + 1, word })];
  }
  return [];
}

/** Seed 4, "Naming Conventions for Scripts": the vendor and the subsystem; administrators take sysadmin. */
export function nameFindings(name: string, vendor: string | undefined): Finding[] {
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
  const begins = ['sysadmin', ...(vendor === undefined || plain(vendor) === '' ? [] : [plain(vendor)])];
  if (begins.some((word) => plain(name).startsWith(word))) return [];
  return [finding('name', undefined, { name })];
}
