import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allNames } from '../../src/commands/registry.ts';
import { TestLab, temporaryFolder } from '../support/lab.ts';
import { type LabPlace, labExists, noLab, parlab, typeParlab, withEnvironment } from '../support/parlab.ts';

const documented = allNames().join(', ');

/** Words that are wrong, whatever the lab: status 2, one line and where help is, nothing else. */
describe('words that are wrong', () => {
  test.each([
    ['', 'Say what to do.', ''],
    ['--json', 'Say what to do.', ''],
    ['nosuch', 'Unknown argument: nosuch', ''],
    ['toString', 'Unknown argument: toString', ''],
    ['statsu', 'Unknown argument: statsu - Did you mean status?', ''],
    ['snapshot', 'Say what to do with snapshot.', ' snapshot'],
    ['snapshot lsit', 'Unknown argument: lsit - Did you mean list?', ' snapshot'],
    ['snapshot nosuchthing', 'Unknown argument: nosuchthing', ' snapshot'],
    ['snapshot restore', 'Not enough non-option arguments: got 0, need at least 1', ' snapshot'],
    ['snapshot clone --current', 'Not enough non-option arguments: got 0, need at least 1', ' snapshot'],
    ['snapshot save -x', 'Not enough non-option arguments: got 0, need at least 1', ' snapshot'],
    ['snapshot save a b', 'Unknown argument: b', ' snapshot'],
    ['status extra', 'Unknown argument: extra', ' status'],
    ['status --nosuch', 'Unknown argument: nosuch', ' status'],
    ['hosts -z', 'Unknown argument: z', ' hosts'],
    ['init --world', 'Not enough arguments following: world', ' init'],
    ['reset --world', 'Not enough arguments following: world', ' reset'],
    ['log -n', 'Not enough arguments following: n', ' log'],
    ['use p550q --default', 'Arguments default and host are mutually exclusive', ' use'],
    ['on', 'Not enough non-option arguments: got 0, need at least 2', ' on'],
    ['on p550q', 'Not enough non-option arguments: got 1, need at least 2', ' on'],
    ['path', 'Not enough non-option arguments: got 0, need at least 1', ' path'],
    ['env extra', 'Unknown argument: extra', ' env'],
    ['coverage lswpar extra', 'Unknown argument: extra', ' coverage'],
  ])('parlab %s', async (line, mistake, of) => {
    const place = noLab();
    expect(await typeParlab(place, line)).toEqual({
      status: 2,
      stdout: '',
      stderr: `parlab: ${mistake}\nTry "parlab${of} --help".\n`,
    });
    expect(labExists(place)).toBe(false);
  });
});

/** Words that this lab does not know: a message of ours, nothing on stdout, no word about our insides. */
describe('what is refused', () => {
  const refusals: readonly (readonly [line: string, status: number, message: string])[] = [
    ['use nosuch', 1, 'The lab has no host called nosuch; "parlab hosts" lists them.'],
    ['use __proto__', 1, 'The lab has no host called __proto__; "parlab hosts" lists them.'],
    ['use blue.ibm.com', 1, 'blue.ibm.com is an NFS server: no command acts on it.'],
    ['on nosuch lswpar', 1, 'The lab has no host and no workload partition called nosuch.'],
    ['path nosuch:/etc', 1, 'The lab has no host called nosuch; "parlab hosts" lists them.'],
    ['path /etc', 2, '/etc is not of the form HOST:/PATH.'],
    ['path p550q:etc', 2, 'p550q:etc is not of the form HOST:/PATH.'],
    ['path p550q:', 2, 'p550q: is not of the form HOST:/PATH.'],
    ["path ''", 2, ' is not of the form HOST:/PATH.'],
    ['pace fast', 2, 'fast is no pace; it is instant, step or a factor of real time such as 60x.'],
    ['pace 0x', 2, '0x is no pace; it is instant, step or a factor of real time such as 60x.'],
    ['pace 1e9x', 2, '1e9x is no pace; it is instant, step or a factor of real time such as 60x.'],
    ['pace step 5m', 2, 'step 5m is no pace; it is instant, step or a factor of real time such as 60x.'],
    ['pace advance', 2, '(nothing) is no duration; it is seconds, or for example 5m, 1h, 1h30m, 2d.'],
    ['pace advance 5x', 2, '5x is no duration; it is seconds, or for example 5m, 1h, 1h30m, 2d.'],
    ['pace advance 9999d', 2, '9999d is no duration; it is seconds, or for example 5m, 1h, 1h30m, 2d.'],
    ['log nosuch', 1, 'The log has nothing about nosuch.'],
    ['log p550q:nosuch', 1, 'The log has nothing about p550q:nosuch.'],
    ['log -n x', 2, 'x is no number of lines.'],
    ['log -n 1.5', 2, '1.5 is no number of lines.'],
    ['log --lines=-1', 2, '-1 is no number of lines.'],
    ['evidence ls', 1, `ls is none of the documented commands: ${documented}.`],
    ['coverage constructor', 1, `constructor is none of the documented commands: ${documented}.`],
    ['snapshot clone start', 2, 'clone takes a snapshot and a folder, or --current and a folder.'],
    [
      'snapshot clone --current one two',
      2,
      'clone takes a snapshot and a folder, or --current and a folder.',
    ],
    [
      'reset --world nosuch',
      1,
      'There is no world called nosuch (there are: class, default, empty, lpm-100, lpm-broken, lpm-two-frames, two-hmc).',
    ],
    ['reset --world ../default', 1, '{up}/default: cannot be read (ENOENT).'],
    ['reset --world nosuch.yaml', 1, '{home}/nosuch.yaml: cannot be read (ENOENT).'],
  ];

  // One lab for all: nothing of it changes.
  test('with the message, the status, and nothing changed', async () => {
    const lab = new TestLab('default');
    const before = lab.dump();
    for (const [line, status, message] of refusals) {
      const text = message.replace('{home}', lab.home).replace('{up}', dirname(lab.home));
      const stderr = `parlab: ${text}\n`;
      expect(await typeParlab(lab, line), line).toEqual({ status, stdout: '', stderr });
      expect(await typeParlab(lab, `${line} --json`), line).toEqual({ status, stdout: '', stderr });
    }
    expect(lab.dump()).toEqual(before);
  });

  test('the lab is no folder at all', async () => {
    const place: LabPlace = withEnvironment(noLab(), { PARLAB_DIR: '/proc/nothing/here' });
    for (const line of ['init', 'status', 'reset', 'log', 'hosts', 'snapshot save a']) {
      const outcome = await typeParlab(place, line);
      expect(outcome, line).toMatchObject({ status: 1, stdout: '' });
      expect(outcome.stderr, line).toMatch(/^parlab: \S+: the lab cannot be made here \(E\w+\)\.\n$/);
    }
  });

  test('control characters of an argument do not reach the terminal', async () => {
    const lab = new TestLab('empty');
    for (const argv of [
      ['use', 'a\u001b[31mb\nc'],
      ['log', 'a\u001b[31mb\nc'],
      ['snapshot', 'restore', 'a\u001b[31mb\nc'],
      ['reset', '--world', 'a\u001b[31mb\nc'],
      ['pace', 'a\u001b[31mb\nc'],
      ['status', 'a\u001b[31mb\nc'],
      ['on', 'aix71', 'a\u001b[31mb\nc'],
    ]) {
      const { status, stdout, stderr } = await parlab(lab, ...argv);
      expect({ status: status > 0, stdout }, argv[0]).toEqual({ status: true, stdout: '' });
      expect(stderr, argv[0]).toContain('a?[31mb?c');
      expect(stderr.replaceAll('\n', ''), argv[0]).not.toMatch(/\p{Cc}/u);
    }
  });
});

test('no PARLAB_DIR: the home directory', async () => {
  const home = temporaryFolder();
  const place: LabPlace = { directory: `${home}/.parlab`, home, environment: () => ({ HOME: home }) };
  expect(await parlab(place, 'init', '--world', 'empty')).toEqual({
    status: 0,
    stdout: `Made the lab in ${home}/.parlab with the world empty.\n`,
    stderr: '',
  });
});

describe('help', () => {
  test.each([
    ['--help', 'parlab <subcommand>\n\nLooks after the laboratory'],
    ['-h', 'parlab <subcommand>\n\nLooks after the laboratory'],
    ['status --help', 'parlab status\n'],
    ['snapshot --help', 'parlab snapshot\n'],
    ['snapshot save -h', 'parlab snapshot save <name>\n'],
    ['on --help', 'parlab on <host> <command>\n'],
    ['pace --help', 'parlab pace [setting] [duration]\n'],
  ])('parlab %s', async (line, start) => {
    const place = noLab();
    const { status, stdout, stderr } = await typeParlab(place, line);
    expect({ status, stderr, start: stdout.slice(0, start.length) }).toEqual({
      status: 0,
      stderr: '',
      start,
    });
    expect(stdout).toContain('--json');
    expect(labExists(place)).toBe(false);
  });

  test('the version is that of the package', async () => {
    expect(await typeParlab(noLab(), '--version')).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      stderr: '',
    });
  });
});
