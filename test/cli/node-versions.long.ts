import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { impossibilities, worldVolumes } from '../state/facts.ts';
import { type BinOutcome, projectRoot, run } from '../support/bins.ts';
import { TestLab } from '../support/lab.ts';

/** A Node with an engine of its own (node:sqlite), from the registry, against the Node that runs the tests. */
const version = '24.9.0';
const package_ = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

describe(`this Node (${process.version}) and ${version} on one lab`, () => {
  let other = '';
  let home = '';

  beforeAll(() => {
    // Not one of the folders that are gone after each test.
    home = mkdtempSync(join(tmpdir(), 'parlab-node-'));
    const argv = [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--prefix',
      home,
      `${package_}@${version}`,
    ];
    execFileSync('npm', argv, { stdio: 'ignore', timeout: 110_000 });
    other = join(home, 'node_modules', package_, 'bin', 'node');
    expect(existsSync(other)).toBe(true);
  }, 120_000);

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  function with_(node: string, lab: TestLab, program: string, ...argv: string[]): Promise<BinOutcome> {
    return run(node, [join(projectRoot, 'bin', program), ...argv], { environment: lab.environment() });
  }

  test('take turns: each sees what the other did, and warns of nothing', async () => {
    const lab = new TestLab('empty');
    const own = worldVolumes(lab.directory);
    const nodes = [process.execPath, other, process.execPath, other];
    for (const [index, node] of nodes.entries()) {
      expect(await with_(node, lab, 'mkwpar', '-n', `w${index}`)).toMatchObject({ status: 0, stderr: '' });
      expect(await with_(node, lab, 'startwpar', `w${index}`)).toMatchObject({ status: 0, stderr: '' });
      const lists = await Promise.all(nodes.map((each) => with_(each, lab, 'lswpar')));
      for (const list of lists) expect(list).toEqual(lists[0]);
      expect(lists[0]?.stdout).toContain(`w${index} `);
    }
    expect(impossibilities(lab.directory, own)).toEqual([]);
  });

  test('at once: forty mkwpar of both make forty WPARs', async () => {
    const lab = new TestLab('class');
    const own = worldVolumes(lab.directory);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        with_(index % 2 === 0 ? process.execPath : other, lab, 'mkwpar', '-n', `w${index}`),
      ),
    );
    for (const outcome of outcomes) expect(outcome).toMatchObject({ status: 0, stderr: '' });
    expect((await lab.ok('lswpar -cqa name')).trimEnd().split('\n')).toHaveLength(40);
    expect(impossibilities(lab.directory, own)).toEqual([]);
  });
});
