import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allNames, registered } from '../../src/commands/registry.ts';
import type { Message } from '../../src/messages/define.ts';
import { projectRoot, run } from '../support/bins.ts';
import { temporaryFolder } from '../support/lab.ts';
import { labExists, noLab, parlabJson, parlabOk } from '../support/parlab.ts';

interface Fact {
  readonly name: string;
  readonly evidence: string;
  readonly text: string;
  readonly source: string;
}

interface EvidenceData {
  readonly flags?: readonly Fact[];
  readonly messages: readonly Fact[];
  readonly counts: Readonly<Record<string, number>>;
}

interface Flag {
  readonly command: string;
  readonly platform: string;
  readonly flag: string;
  readonly status: 'refused' | 'works';
  readonly reason: string | null;
  readonly evidence: string;
}

interface CoverageData {
  readonly flags: readonly Flag[];
  readonly works: number;
  readonly refused: number;
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, each) => total + each, 0);

/** Every message of every area: what stands in src/messages and its folders. */
async function allMessages(): Promise<Message[]> {
  const folder = join(projectRoot, 'src', 'messages');
  const found = new Map<string, Message>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const module = (await import(join(folder, file))) as Record<string, unknown>;
    for (const area of Object.values(module)) {
      if (typeof area !== 'object' || area === null) continue;
      for (const message of Object.values(area as Record<string, Message>)) {
        if (typeof message?.id === 'string') found.set(message.id, message);
      }
    }
  }
  return [...found.values()];
}

describe('evidence', () => {
  test('every message of every area is listed exactly once, with where it is from', async () => {
    const data = await parlabJson<EvidenceData>(noLab(), 'evidence');
    const all = await allMessages();
    expect(data.messages.map((each) => each.name)).toEqual(all.map((each) => each.id).sort());
    expect(sum(data.counts)).toBe(data.messages.length);
    for (const { name, source } of data.messages) expect(source, name).not.toBe('');
  });

  test('a number of the vendor never stands before words of ours', async () => {
    const { messages } = await parlabJson<EvidenceData>(noLab(), 'evidence');
    const numbered = messages.filter(({ text }) => /\b\d{4}-\d{3}\b/.test(text));
    expect(numbered.length).toBeGreaterThan(5);
    expect(numbered.filter(({ evidence }) => evidence === 'ours')).toEqual([]);
  });

  test.each(allNames())('%s: its flags, and no message of another command', async (command) => {
    const data = await parlabJson<EvidenceData>(noLab(), `evidence ${command}`);
    expect(sum(data.counts)).toBe(data.messages.length + (data.flags?.length ?? 0));
    // Some commands of VIO servers have no flags at all.
    const spec = (await registered(command)?.load())?.command.spec;
    expect(data.flags?.length).toBeGreaterThanOrEqual(spec?.options.length ?? 1);
    const others = allNames().filter((each) => each !== command);
    const foreign = data.messages.filter(
      ({ name, text }) => name.startsWith('parlab.') || others.some((other) => text.startsWith(`${other}:`)),
    );
    expect(foreign).toEqual([]);
  });

  test('for people: a row for each, and the counts', async () => {
    const place = noLab();
    const text = await parlabOk(place, 'evidence syncwpar');
    expect(text).toMatch(/^Evidence {2}Flag +Meaning\ndocument {2}syncwpar +the synopsis\n/);
    expect(text).toMatch(/\n\nEvidence {2}Message +Text +Source\n/);
    expect(text).toMatch(/[^\n]\n\n\d+ seed, \d+ capture, \d+ document, \d+ recalled, \d+ ours\n$/);
    expect(labExists(place)).toBe(false);
  });
});

describe('coverage', () => {
  test('every flag of every command is listed, and the counts add up', async () => {
    const place = noLab();
    const data = await parlabJson<CoverageData>(place, 'coverage');
    expect(data.works + data.refused).toBe(data.flags.length);
    expect(data.flags.filter((each) => each.status === 'refused')).toHaveLength(data.refused);
    for (const { flag, status, reason } of data.flags) {
      expect(reason === null, flag).toBe(status === 'works');
    }
    const listed = new Set(data.flags.map(({ command, platform, flag }) => `${command} ${platform} ${flag}`));
    expect(listed.size).toBe(data.flags.length);
    for (const name of allNames()) {
      const spec = (await registered(name)?.load())?.command.spec;
      if (!spec) throw new Error(`no spec of ${name}`);
      const own = data.flags
        .filter((each) => each.command === name && each.platform === spec.platform)
        .map((each) => each.flag);
      for (const option of spec.options) {
        expect(
          own.some((flag) => new RegExp(`^-${option.flag}( |$)`).test(flag)),
          `${name} -${option.flag}`,
        ).toBe(true);
      }
      for (const option of spec.alternative?.options ?? []) {
        expect(
          own.some((flag) => new RegExp(`(^| )-${option.flag}( |$)`).test(flag)),
          `${name} -${option.flag}`,
        ).toBe(true);
      }
      expect((await parlabJson<CoverageData>(place, `coverage ${name}`)).flags).toEqual(
        data.flags.filter((each) => each.command === name),
      );
    }
    expect(await parlabOk(place, 'coverage')).toMatch(
      new RegExp(
        `[^\\n]\\n\\n${data.flags.length} documented flags of ${allNames().length} commands: ${data.works} work, ${data.refused} refused\\.\\n$`,
      ),
    );
  });

  test('of one command', async () => {
    expect(await parlabOk(noLab(), 'coverage rebootwpar')).toBe(`Command     Flag        Status  Remarks
rebootwpar  -F          works
rebootwpar  -h          works
rebootwpar  -N          works
rebootwpar  -t seconds  works
rebootwpar  -v          works

5 documented flags of 1 command: 5 work, 0 refused.
`);
  });
});

describe('env', () => {
  test('names the folder of the commands', async () => {
    expect(await parlabJson(noLab(), 'env')).toEqual({ bin: join(projectRoot, 'bin') });
  });

  test.each(['plain', `with blanks, "quotes", 'others' and $HOME \`id\``])(
    'in a shell it puts the commands on PATH, from a folder called %s',
    async (name) => {
      const root = join(temporaryFolder(), name);
      symlinkSync(projectRoot, root);
      const place = noLab();
      const outcome = await run(
        '/bin/sh',
        [
          '-c',
          'eval "$("$ROOT"/bin/parlab env)"; PATH=$PATH:/mine; command -v mkwpar; lswpar -cqa name; echo "$PATH"',
        ],
        {
          environment: { ...place.environment(), ROOT: root, PATH: `${nodeFolder}:/usr/bin:/bin` },
          directory: '/',
        },
      );
      expect(outcome).toMatchObject({ status: 0, stderr: '' });
      const [bin = '', ...rest] = outcome.stdout.split('\n');
      expect(bin).toMatch(/\/bin\/mkwpar$/);
      const folder = bin.slice(0, -'/mkwpar'.length);
      expect(rest).toEqual(['dev01', 'dev02', `${folder}:${nodeFolder}:/usr/bin:/bin:/mine`, '']);
    },
  );
});

const nodeFolder = join(process.execPath, '..');
