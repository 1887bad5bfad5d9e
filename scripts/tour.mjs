/**
 * `npm start`: plays the sessions of the seed documents, with the real bins as separate processes,
 * in labs of its own that are gone afterwards. Every command and what it prints is shown.
 *
 * Two labs are played side by side, one with the AIX hosts and one with the consoles, in half the time; their acts are
 * shown one after the other.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'bin');
// Where it is set, Node 20 parses that file at every start: longer than most commands take, and nothing here needs it.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;
const folder = mkdtempSync(join(tmpdir(), 'parlab-tour-'));
const colour = process.stdout.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
const bold = (text) => (colour ? `\u001b[1m${text}\u001b[0m` : text);
const dim = (text) => (colour ? `\u001b[2m${text}\u001b[0m` : text);

// A reader that has seen enough (`npm start | head`) is no failure.
process.stdout.on('error', () => process.exit(0));

/** Acts in one lab, which are shown together. */
class Scene {
  #held = '';
  #isShown = false;

  /** @param lab the folder of its lab */
  constructor(lab, play) {
    this.lab = lab;
    this.play = play;
    this.failure = undefined;
    this.over = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** What comes from now on is seen at once, as is what has been held back. */
  show() {
    process.stdout.write(this.#held);
    this.#isShown = true;
  }

  write(text) {
    if (this.#isShown) process.stdout.write(text);
    else this.#held += text;
  }

  act(title, ...lines) {
    this.write(`\n${bold(`== ${title}`)}\n`);
    for (const line of lines) this.write(`${dim(line)}\n`);
  }

  /** Who types on a host: runs one command line as a user would; any other status than the expected one ends the tour. */
  at(host, prompt) {
    return async (line, expected = 0) => {
      this.write(`${bold(`${prompt}${line}`)}\n`);
      // Both streams as a terminal shows them, in their order.
      const child = spawn('sh', ['-c', `{ ${line}\n} 2>&1`], {
        cwd: this.lab,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          ...environment,
          PATH: `${bin}:${process.env.PATH}`,
          PARLAB_DIR: join(this.lab, 'lab'),
          PARLAB_HOST: host,
        },
      });
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (text) => this.write(text));
      const [status] = await once(child, 'close');
      if (status !== expected)
        throw new Failure(`tour: "${line}" ended with status ${status}, not ${expected}.`);
    };
  }
}

class Failure extends Error {}

function canBeInside() {
  const { stdout } = spawnSync(join(bin, 'parlab'), ['doctor', '--json'], {
    encoding: 'utf8',
    env: environment,
  });
  return stdout.includes('real programs can run in hosts');
}

/** WPARs: made, changed, removed. */
async function playWpars(scene) {
  const pub = scene.at('l488pp008', 'l488pp008_pub[/] > ');
  const p550q = scene.at('p550q', 'p550q # ');

  scene.act(
    'A WPAR on AIX 7.1',
    'Workload Partitioning in AIX 7.1, listings 1 to 4. The lab comes into being with the first command.',
  );
  await pub('mkwpar -n prod01');
  await pub('lswpar');
  await pub('startwpar dev01');
  await pub('startwpar -v dev02');
  await pub('lswpar -L dev01 | head -20');
  await pub('lswpar -M dev02');

  scene.act(
    'Four ways to make a WPAR on AIX 6.1',
    'The WPAR page of nagger: a name; a network; NFS file systems; a specification file.',
  );
  await p550q('lswpar');
  await p550q('mkwpar -n myfirstwpar | tail -3');
  await p550q(
    [
      'mkwpar -n wp13 -h wp13 -N netmask=255.255.255.0 address=9.69.44.123 -r -c \\',
      ...['root', 'home', 'tmp', 'var'].map(
        (name) =>
          `  -M directory=/${name === 'root' ? '' : name} vfs=nfs host=blue.ibm.com dev=/scratch/wp13${name} \\`,
      ),
      '  -o my.spec | tail -3',
    ].join('\n'),
  );
  await p550q('head -16 my.spec');
  await p550q('startwpar wp13');
  await p550q('lswpar -N wp13');
  await p550q('stopwpar -h wp13');
  await p550q('rmwpar wp13');
  await p550q('mkwpar -f my.spec | tail -3');

  scene.act('What goes wrong is told as AIX tells it');
  await pub('startwpar nosuch', 1);
  await pub('mkwpar -n dev01', 1);
  await pub('rmwpar dev01', 1);
  await pub('stopwpar prod01', 1);

  scene.act('Change, stop, remove');
  await pub('chwpar -A -R CPU=10%-50%,100% dev01');
  await pub('lswpar -R dev01 | head -9');
  await pub('stopwpar -v dev02');
  await pub('rmwpar -F prod01');
  await pub('lswpar');
}

/** What the console and the VIO servers show. */
async function playConsoles(scene) {
  scene.act(
    'What the console sees',
    'Live Partition Mobility, 2014: the frames of the talk, their partitions and adapters.',
  );
  const hmc = scene.at('bpichmc', 'hscroot@bpichmc:~> ');
  const p750 = 'p750-Server-8233-E8B-SN069348P';
  await hmc('lssyscfg -r sys -F name,state,active_lpar_mobility_capable --header');
  await hmc(`lssyscfg -r lpar -m ${p750} -F lpar_id:name:state:rmc_state --header`);
  await hmc(`lshwres -r virtualio --rsubtype fc --level lpar -m ${p750} --filter "lpar_names=b750nl2"`);
  await hmc('lssyscfg -r lpar -m nosuch', 1);

  scene.act(
    "What the VIO server sees: the talk's pages 23 and 52",
    'The console and the server show one stored value under their own names.',
  );
  const vios = scene.at('b750vio2', '$ ');
  await vios('ioslevel');
  await vios('lsdev -dev vioslpm0 -attr');
  await hmc(`migrlpar -o set -r lpar -m ${p750} -p b750vio2 -i "num_active_migrations_configured=5"`);
  await vios('lsdev -dev vioslpm0 -attr cfg_msp_lpm_ops');
  await vios('lsdev -virtual | grep vasi');
  await vios('lsmap -vadapter vfchost0 -npiv');
}

/** What needs real programs in partitions. */
async function playInside(scene) {
  const pub = scene.at('l488pp008', 'l488pp008_pub[/] > ');
  scene.act(
    'Inside a WPAR',
    'Workload Partitioning in AIX 7.1, listings 5 to 8 and 11: a real shell whose world is the WPAR.',
  );
  await pub('startwpar dev02 | tail -1');
  await pub(
    'printf "hostname\\nwhoami\\nps -ef\\ndf -k\\nmkuser test\\nlsuser -a id home test\\n" | clogin dev02',
  );
  await pub('lsuser test', 1);

  scene.act('Back up, destroy, restore: listing 10, and what comes after it');
  await pub("clogin dev02 'echo precious > /home/data'");
  await pub('savewpar -f dev02.snapshot dev02');
  await pub("clogin dev02 'rm -rf /home /var /etc 2> /dev/null; ls /'");
  await pub('restwpar -F -s -f dev02.snapshot | tail -3');
  await pub("clogin dev02 'cat /home/data; lsuser -a id test'");

  scene.act('An application WPAR: listing 12');
  await pub('wparexec -n temp1 /usr/bin/ls');

  scene.act(
    'Live Application Mobility',
    'Workload Partitions, part 3: a loop that prints the date in a session over the network, while its WPAR goes from',
    'x203 to x103. The lab lets a minute pass in a second.',
  );
  const x203 = scene.at('x203', 'x203# ');
  await x203(
    [
      'mkwpar -n x150 -c -r -N address=192.168.129.150 \\',
      '  -M directory=/ vfs=nfs host=x054 dev=/backup/wpars/x150 \\',
      '  -M directory=/home vfs=directory -M directory=/tmp vfs=directory -M directory=/var vfs=directory | tail -3',
    ].join('\n'),
  );
  await x203('startwpar x150 | tail -1');
  await x203('parlab pace 60x');
  await x203(
    [
      "parlab login x150 'while sleep 0.2; do date; done' > session & session=$!",
      'until grep -q : session || ! kill -0 $session; do sleep 0.1; done',
      'parlab relocate x150 x103',
      'sleep 0.5; kill $session; wait $session; cat session',
    ].join('\n'),
  );
  await x203('parlab pace instant');
  await scene.at('x103', 'x103# ')('lswpar');
  await scene.at('x103', 'x103# ')('parlab on x103 mount | grep x150');
}

/** Dynamic partitioning with a DLPAR script that is really run. */
async function playDynamic(scene) {
  const pub = scene.at('l488pp008', 'l488pp008_pub[/] > ');
  scene.act(
    'Dynamic LPAR: a licence manager has its say',
    'Dynamic Logical Partitioning: a script is installed, its veto is honoured, its log is written. Nothing forces checkacquire.',
  );
  const hmc = scene.at('bpichmc', 'hscroot@bpichmc:~> ');
  const system = 'p750-Server-8233-E8B-SN069348P';
  const processors = `lshwres -r proc -m ${system} --level lpar -F curr_procs,run_procs --filter lpar_names=l488pp008`;
  await pub(
    [
      "parlab run l488pp008 - <<'END'",
      'drmgr -i /usr/samples/dr/scripts/sysadmin_license.sh',
      'echo 12 > /etc/sysadmin_license',
      "echo '*.debug /var/adm/dr.log rotate size 100k files 4' >> /etc/syslog.conf",
      'touch /var/adm/dr.log; refresh -s syslogd',
      'END',
    ].join('\n'),
  );
  await pub('drmgr -l');
  await pub('bindprocessor -q');
  await hmc(`chhwres -r proc -m ${system} -o a -p l488pp008 --procs 1`);
  await hmc(processors);
  await hmc(`chhwres -r proc -m ${system} -o a -p l488pp008 --procs 1 --force 2>&1 | grep licensed`);
  await pub('bindprocessor -q');
  await pub("echo 'tail -8 /var/adm/dr.log' | parlab run l488pp008 -");
  await hmc(`chhwres -r mem -m ${system} -o r -p l488pp008 -q 512 -d 1 | head -4`);
  await pub('lparstat -i | grep "Online.* M"');
}

/** What the lab tells of itself. */
async function playLab(scene) {
  const pub = scene.at('l488pp008', 'l488pp008_pub[/] > ');
  scene.act('The lab itself');
  await pub('parlab hosts');
  await pub('parlab log prod01');
  await pub('parlab status');
}

/** Partitions go from frame to frame. */
async function playMobility(scene) {
  scene.act(
    'Live Partition Mobility: validate, repair, validate, migrate',
    'The world lpm-broken has the faults that the checklists of the talk warn of.',
  );
  const broken = scene.at('hmc1', 'hscroot@hmc1:~> ');
  await broken('parlab reset --world lpm-broken');
  await broken('migrlpar -o v -m frame1 -t frame2 -p group', 1);
  await broken('chsyscfg -r lpar -m frame1 -i name=group,work_group_id=none');
  await broken('chsyscfg -r lpar -m frame2 -i name=f2vio1,msp=1');
  await broken('migrlpar -o v -m frame1 -t frame2 -p group');
  await broken('parlab pace 60x');
  // As from a second terminal, until it has left the frame.
  await broken(
    [
      'migrlpar -o m -m frame1 -t frame2 -p group &',
      'while lslparmigr -r lpar -m frame1 --filter lpar_names=group > look; do cat look; sleep 0.2; done; wait',
    ].join('\n'),
  );
  await broken('lssyscfg -r lpar -m frame2 -F name,state --filter lpar_names=group');

  scene.act('Evacuate a frame with one command: page 56');
  await broken('parlab reset --world lpm-100');
  await broken('migrlpar -o m -m frame1 -t frame2 --all');
  await broken('lssyscfg -r lpar -m frame1 -F name,state');
  await broken('lssyscfg -r lpar -m frame2 -F state | sort | uniq -c');
}

/** Where nothing real can run. */
async function playNothing(scene) {
  scene.act('Inside the partitions', 'Left out: this machine makes no namespaces; "parlab doctor" says why.');
}

const isInside = canBeInside();
const labs = { hosts: join(folder, 'hosts'), consoles: join(folder, 'consoles') };
const scenes = [
  new Scene(labs.hosts, playWpars),
  new Scene(labs.consoles, playConsoles),
  new Scene(labs.hosts, isInside ? playInside : playNothing),
  ...(isInside ? [new Scene(labs.consoles, playDynamic)] : []),
  new Scene(labs.hosts, playLab),
  new Scene(labs.consoles, playMobility),
];

/** Plays the scenes of a lab; each waits for those before it. */
async function playLabOf(directory) {
  mkdirSync(directory);
  for (const scene of scenes.filter(({ lab }) => lab === directory)) {
    try {
      await scene.play(scene);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      scene.failure = error;
    }
    scene.end();
    if (scene.failure) return;
  }
}

const played = Promise.all(Object.values(labs).map(playLabOf));
try {
  for (const scene of scenes) {
    scene.show();
    await Promise.race([scene.over, played]);
    if (scene.failure) throw scene.failure;
  }
  await played;
  process.stdout.write(`
${bold('That was parlab.')} To have its commands in your own shell:

  eval "$(${join(bin, 'parlab')} env)"

then type lswpar, man mkwpar or parlab doctor. Your lab will be ~/.parlab; PARLAB_DIR names another.
`);
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await played;
  // What still runs in partitions ends with its world.
  for (const directory of Object.values(labs))
    spawnSync(join(bin, 'parlab'), ['reset'], {
      env: { ...environment, PARLAB_DIR: join(directory, 'lab') },
    });
  rmSync(folder, { recursive: true, force: true });
}
