import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot, run } from '../support/bins.ts';

/** The script in a real bash: what it offers for the last word of a line. */
const folder = mkdtempSync(join(tmpdir(), 'parlab-completion-'));
const environment = { PARLAB_DIR: join(folder, 'lab') };

beforeAll(async () => {
  const script = await run('parlab', ['completion', 'bash'], { environment });
  expect(script.stderr).toBe('');
  writeFileSync(join(folder, 'completion.sh'), script.stdout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function offered(...words: string[]): Promise<string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const shell = `source ${folder}/completion.sh; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _parlab_${words[0]}; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const outcome = await run('bash', ['-c', shell], { environment });
  expect(outcome.stderr).toBe('');
  return outcome.stdout.split('\n').filter((word) => word !== '');
}

test.each([
  ['flags, without those that are refused', ['startwpar', '-'], ['-a', '-m', '-v', '-1', '-2']],
  ['WPARs of the host', ['startwpar', 'dev'], ['dev01', 'dev02']],
  [
    'attributes after a flag that takes a list',
    ['mkwpar', '-n', 'x', '-N', 'add'],
    ['address=', 'address6='],
  ],
  ['attributes still after the first one', ['mkwpar', '-N', 'address=1.2.3.4', 'net'], ['netmask=']],
  ['WPARs again after a flag without a list', ['chwpar', '-A', 'dev01'], ['dev01']],
  ['subcommands', ['parlab', 'st'], ['status']],
  ['their subcommands', ['parlab', 'snapshot', 'c'], ['clone']],
  ['hosts', ['parlab', 'use', 'p'], ['p550q']],
  ['commands', ['parlab', 'on', 'p550q', 'reb'], ['reboot', 'rebootwpar']],
])('%s', async (_, words, expected) => {
  expect(await offered(...words)).toEqual(expected);
});

test('a plain line completes every documented command', async () => {
  const shell = `source ${folder}/completion.sh; complete -p | sed -n 's/.*_parlab_.* //p'`;
  const outcome = await run('bash', ['-c', shell], { environment });
  const bins = await run('sh', ['-c', 'ls bin | grep -v "[.]"'], { environment, directory: projectRoot });
  expect(outcome.stdout.trim().split('\n').sort()).toEqual(bins.stdout.trim().split('\n').sort());
});

test('the script for zsh is that of bash with what zsh needs to read it', async () => {
  const zsh = await run('parlab', ['completion', 'zsh'], { environment });
  expect(zsh.stdout.split('\n').slice(0, 4)).toEqual([
    '# Completion of parlab and its commands: source <(parlab completion zsh)',
    'autoload -Uz compinit bashcompinit',
    '(( $+functions[compdef] )) || compinit',
    'bashcompinit',
  ]);
});
