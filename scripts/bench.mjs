/**
 * `npm run bench`: whole processes timed side by side with `node -e 0` ("floor"), interleaved in one run, medians and
 * ratios. Never a test: `--smoke` only checks that everything runs, with few rounds and no limits.
 *
 * NODE_EXTRA_CA_CERTS is unset: where it is set, Node 20 parses that bundle at every start, which hides everything else.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const smoke = process.argv.includes('--smoke');
const rounds = smoke ? 2 : 21;
const folder = mkdtempSync(join(tmpdir(), 'parlab-bench-'));
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** A lab with this many WPARs on two hosts (a host takes 8192 at most). */
function lab(count) {
  const directory = join(folder, `lab-${count}`);
  const half = Math.ceil(count / 2);
  const host = (name, address, wpars) => `  - name: ${name}
    platform: aix
    level: 7.1.2.0
    interfaces: [{ name: en0, network: bench, address: ${address}, netmask: 255.255.0.0 }]
    volume_groups: [{ name: rootvg, partition_mb: 128, partitions: 100000 }]
    file_systems: [{ mount_point: /, device: /dev/hd4 }]
    wpars: [{ name: 'w%05d', count: ${wpars} }]
`;
  const world = join(folder, `world-${count}.yaml`);
  writeFileSync(
    world,
    `world: bench\ndescription: For the benchmark.\nstart: 2011-11-17 10:20:00\nseed: 1\ndefaults: { aix: one }\nhosts:\n${host('one', '10.1.0.1', half)}${host('two', '10.1.0.2', count - half)}`,
  );
  run(['parlab', 'init', '--world', world], directory);
  return directory;
}

/** A lab with a system of this many partitions, half with virtual SCSI and half with Fibre Channel adapters. */
function frameLab(count) {
  const directory = join(folder, `frame-${count}`);
  const half = count / 2;
  const partition = (name, id, adapter) =>
    `      - { name: '${name}%04d', id: ${id}, count: ${half}, os: AIX 7.1 7100-02-02-1316, ip: 10.4.${name === 's' ? 0 : 8}.1, memory: 1024, processors: { units: 0.1 }, eth: [{ slot: 2, vlan: 1 }], ${adapter}: [{ slot: 3, partner: vio1 }] }\n`;
  const world = join(folder, `frame-${count}.yaml`);
  writeFileSync(
    world,
    `world: bench
description: For the benchmark.
start: 2011-11-17 10:20:00
seed: 1
hosts:
  - { name: hmc1, platform: hmc, level: V7R7.9, interfaces: [{ name: eth0, network: lan, address: 10.1.0.1, netmask: 255.255.0.0 }] }
systems:
  - name: big
    type_model: 9119-FHB
    serial: 021A1BC
    generation: POWER7
    firmware: AH780_040
    ipaddr: 10.2.0.1
    consoles: [hmc1]
    memory: { installed_mb: 2097152, firmware_mb: 8192, region_mb: 256 }
    processors: { installed: 256 }
    partitions:
      - { name: vio1, id: 1, env: vioserver, os: VIOS 2.2.3.3, ip: 10.3.0.1, max_slots: 4096 }
${partition('s', 11, 'scsi')}${partition('f', 11 + half, 'fc')}`,
  );
  run(['parlab', 'init', '--world', world], directory);
  return directory;
}

/** All on one host would pass the limit of resource-controlled WPARs; `lswpar` of "all" lists both hosts' halves. */
function run(argv, directory) {
  const [name, ...rest] = argv;
  const command = name === 'node' ? ['node', ...rest] : [join(root, 'bin', name), ...rest];
  const started = process.hrtime.bigint();
  const result = spawnSync(command[0], command.slice(1), {
    env: { ...environment, PARLAB_DIR: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (result.status !== 0) throw new Error(`${argv.join(' ')}: status ${result.status}\n${result.stderr}`);
  return milliseconds;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Peak resident memory in MiB, by /usr/bin/time where there is one, else by a child that asks itself. */
function peakMemory(argv, directory) {
  const [name, ...rest] = argv;
  const script = `const r=process.resourceUsage;process.on('exit',()=>require('fs').writeSync(2,String(r.call(process).maxRSS)));process.argv=[process.argv[0],'x',...${JSON.stringify(rest)}];require(${JSON.stringify(join(root, 'bin', 'launch.cjs'))}).launch(${JSON.stringify(name)})`;
  const result = spawnSync('node', ['-e', script], {
    env: { ...environment, PARLAB_DIR: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  return Number(result.stderr) / 1024;
}

/** @param rows [label, limit in floors or undefined, () => argv, directory, tidy up after each round] */
function compare(title, rows) {
  const floors = [];
  const times = rows.map(() => []);
  for (let round = 0; round < rounds; round++) {
    floors.push(run(['node', '-e', '0'], folder));
    rows.forEach(([, , argv, directory, after], index) => {
      times[index].push(run(argv(round), directory));
      after?.(round);
    });
  }
  const floor = median(floors);
  process.stdout.write(`\n${title} (floor: node -e 0, median of ${rounds}: ${floor.toFixed(1)} ms)\n`);
  rows.forEach(([label, limit], index) => {
    const time = median(times[index]);
    const ratio = time / floor;
    const verdict = limit === undefined ? '' : ratio <= limit ? `within ${limit}` : `OVER ${limit}`;
    process.stdout.write(
      `  ${label.padEnd(50)} ${time.toFixed(1).padStart(7)} ms  ${ratio.toFixed(2).padStart(5)} floors  ${verdict}\n`,
    );
  });
}

/** Partitions in which something runs. Nothing of it is left when the lab has gone. */
function compareInside(count) {
  if (spawnSync(join(root, 'bin', 'parlab'), ['doctor', '--json']).stdout.includes('no real programs')) {
    process.stdout.write('\nLeft out, for no namespaces can be made here: what runs inside partitions\n');
    return;
  }
  const directory = lab(2 * count);
  const names = Array.from({ length: count }, (_, index) => `w${String(index + 1).padStart(5, '0')}`);
  for (const name of names) {
    run(['startwpar', name], directory);
    run(['clogin', name, 'sleep 1000 > /dev/null 2>&1 &'], directory);
  }
  const some = (round) => names[round % count];
  compare(`${count} WPARs with a process each`, [
    ['clogin, a command and back', 6, (round) => ['clogin', some(round), 'true'], directory],
    ['lswpar', 2, () => ['lswpar'], directory],
    ['stopwpar', undefined, (round) => ['stopwpar', '-F', some(round)], directory],
    ['startwpar', 2, (round) => ['startwpar', some(round)], directory],
    ['the first clogin after it', undefined, (round) => ['clogin', some(round), 'true'], directory],
  ]);
  const kept = memoryOfKeepers(directory);
  process.stdout.write(
    `\nMemory for each of ${kept.length} kept WPARs, shared parts divided: ${median(kept).toFixed(1)} MiB\n`,
  );
}

const dynamicScript = `#!/bin/sh
case $1 in
scriptinfo) echo DR_VERSION=1; echo DR_DATE=20111117; echo DR_SCRIPTINFO=bench; echo DR_VENDOR=bench ;;
register) echo DR_RESOURCE=cpu ;;
*) echo DR_LOG_DEBUG=bench ;;
esac
`;

/**
 * What a dynamic change costs beside the time of the scripts it calls: the partition's own shell calls the same scripts as often,
 * in the partition; what the way in costs it is taken off.
 */
function compareDynamic(count) {
  const directory = join(folder, 'dynamic');
  const repository = join(directory, 'hosts/l488pp008/usr/lib/dr/scripts/all');
  const request = (round) =>
    `chhwres -r proc -m p750-Server-8233-E8B-SN069348P -o ${round % 2 ? 'r' : 'a'} -p l488pp008 --procs 1`.split(
      ' ',
    );
  run(['parlab', 'init', '--world', 'default'], directory);
  compare('A dynamic change without scripts', [['chhwres -r proc', 2, request, directory]]);
  if (spawnSync(join(root, 'bin', 'parlab'), ['doctor', '--json']).stdout.includes('no real programs'))
    return;
  run(['parlab', 'path', 'l488pp008:/etc/hosts'], directory);
  run(['parlab', 'run', 'l488pp008', '/dev/null'], directory);
  for (let number = 0; number < count; number++)
    writeFileSync(join(repository, `bench${number}`), dynamicScript, { mode: 0o755 });
  run(['drmgr', '-b'], directory);
  const loop = join(folder, 'loop');
  const nothing = join(folder, 'nothing');
  const calls = `cd /usr/lib/dr/scripts/all; for p in check pre post; do for s in bench*; do ./$s $p cpu < /dev/null > /dev/null; done; done`;
  writeFileSync(loop, `#!/usr/bin/ksh\n${calls}\n`);
  writeFileSync(nothing, '#!/usr/bin/ksh\n');
  const [floors, times, own] = [[], [], []];
  for (let round = 0; round < rounds + (rounds % 2); round++) {
    floors.push(run(['node', '-e', '0'], folder));
    times.push(run(request(round), directory));
    const way = run(['parlab', 'run', 'l488pp008', nothing], directory);
    own.push(run(['parlab', 'run', 'l488pp008', loop], directory) - way);
  }
  const beside = (median(times) - median(own)) / median(floors);
  process.stdout.write(
    `  chhwres with ${count} scripts: ${median(times).toFixed(0)} ms, the scripts alone ${median(own).toFixed(0)} ms: ` +
      `${beside.toFixed(2)} floors beside them  ${beside <= 2 ? 'within 2' : 'OVER 2'}\n`,
  );
}

/** Proportional set sizes in MiB. */
function memoryOfKeepers(directory) {
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid))
    .flatMap((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`keeper\0${directory}\0`)) return [];
        return [Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024];
      } catch {
        return [];
      }
    });
}

try {
  const small = lab(10);
  const large = lab(smoke ? 100 : 10_000);
  const list = (label, limit, directory, ...argv) => [label, limit, () => ['lswpar', ...argv], directory];
  compare('Ordinary commands', [
    list('lswpar w00003, 10 WPARs', 1.6, small, 'w00003'),
    list('lswpar w00003, 10000 WPARs', 1.6, large, 'w00003'),
    list('lswpar -cG w00003, 10 WPARs', 1.6, small, '-cG', 'w00003'),
    list('lswpar -cG w00003, 10000 WPARs', 1.6, large, '-cG', 'w00003'),
    list('lswpar, 10 WPARs', 1.6, small),
    list('lswpar of 5000 (10000 in the lab)', 3, large),
    ['mkwpar, 10 WPARs', 2, (round) => ['mkwpar', '-n', `n${round}`], small],
    [
      'mkwpar, 10000 WPARs',
      2,
      (round) => ['mkwpar', '-n', `n${round}`],
      large,
      (round) => run(['rmwpar', `n${round}`], large),
    ],
  ]);
  process.stdout.write(
    `\nPeak memory of lswpar in the large lab: ${peakMemory(['lswpar'], large).toFixed(1)} MiB (limit 64)\n`,
  );

  const frame = frameLab(smoke ? 100 : 1000);
  const ofFrame = (line, limit = 2) => [line, limit, () => `${line} -m big`.split(' '), frame];
  const ofConsole = (line, limit = 2) => [line, limit, () => line.split(' '), frame];
  const virtual = (kind) => ofFrame(`lshwres -r virtualio --rsubtype ${kind}`);
  compare(`Lists of an HMC with ${smoke ? 100 : 1000} partitions`, [
    ofConsole('lssyscfg -r sys'),
    ofFrame('lssyscfg -r lpar'),
    ofFrame('lssyscfg -r lpar -F name,state'),
    ofFrame('lssyscfg -r prof'),
    ofFrame('lshwres -r mem --level lpar'),
    ofFrame('lshwres -r proc --level lpar'),
    ...['eth', 'scsi', 'fc', 'serial', 'slot'].map((kind) => virtual(`${kind} --level lpar`)),
    virtual('slot --level slot'),
    ofConsole('lspartition -dlpar'),
    ofFrame('lsrefcode -r lpar'),
    ofFrame('lslparmigr -r lpar'),
    ofConsole('lslic -w'),
    ofConsole('lssysconn -r all'),
    ofConsole('lshmc -V'),
  ]);

  compareInside(smoke ? 3 : 50);
  compareDynamic(100);

  const classroom = join(folder, 'class');
  run(['parlab', 'init', '--world', 'class'], classroom);
  run(['parlab', 'snapshot', 'save', 'start'], classroom);
  const lastOf = (round) => join(folder, `clone-${round}`);
  compare('The class world (parlab --version is its start-up)', [
    ['parlab --version', undefined, () => ['parlab', '--version'], classroom],
    ['parlab reset', undefined, () => ['parlab', 'reset'], classroom],
    ['parlab snapshot save', undefined, (round) => ['parlab', 'snapshot', 'save', `s${round}`], classroom],
    ['parlab snapshot restore', undefined, () => ['parlab', 'snapshot', 'restore', 'start'], classroom],
    [
      'parlab snapshot clone',
      undefined,
      (round) => ['parlab', 'snapshot', 'clone', 'start', lastOf(round)],
      classroom,
    ],
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
