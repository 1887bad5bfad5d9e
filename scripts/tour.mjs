/**
 * `npm start`: plays the sessions of the seed documents, with the real bins as separate processes,
 * in a lab of its own that is gone afterwards. Every command and what it prints is shown.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
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

function act(title, ...lines) {
  process.stdout.write(`\n${bold(`== ${title}`)}\n`);
  for (const line of lines) process.stdout.write(`${dim(line)}\n`);
}

/** Runs one command line as a user would type it on a host; any other status than the expected one ends the tour. */
function type(host, prompt, line, expected = 0) {
  process.stdout.write(`${bold(`${prompt}${line}`)}\n`);
  // Both streams as a terminal shows them, in their order.
  const { status, stdout } = spawnSync('sh', ['-c', `{ ${line}\n} 2>&1`], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...environment,
      PATH: `${bin}:${process.env.PATH}`,
      PARLAB_DIR: join(folder, 'lab'),
      PARLAB_HOST: host,
    },
  });
  process.stdout.write(stdout);
  if (status === expected) return;
  process.stderr.write(`tour: "${line}" ended with status ${status}, not ${expected}.\n`);
  process.exitCode = 1;
  throw new Error('the tour stops here');
}

function canBeInside() {
  const { stdout } = spawnSync(join(bin, 'parlab'), ['doctor', '--json'], {
    encoding: 'utf8',
    env: environment,
  });
  return stdout.includes('real programs can run in hosts');
}

/** What needs real programs in partitions. */
function playInside(pub) {
  act(
    'Inside a WPAR',
    'Workload Partitioning in AIX 7.1, listings 5 to 8 and 11: a real shell whose world is the WPAR.',
  );
  pub('startwpar dev02 | tail -1');
  pub('printf "hostname\\nwhoami\\nps -ef\\ndf -k\\nmkuser test\\nlsuser -a id home test\\n" | clogin dev02');
  pub('lsuser test', 1);

  act('Back up, destroy, restore: listing 10, and what comes after it');
  pub("clogin dev02 'echo precious > /home/data'");
  pub('savewpar -f dev02.snapshot dev02');
  pub("clogin dev02 'rm -rf /home /var /etc 2> /dev/null; ls /'");
  pub('restwpar -F -s -f dev02.snapshot | tail -3');
  pub("clogin dev02 'cat /home/data; lsuser -a id test'");

  act('An application WPAR: listing 12');
  pub('wparexec -n temp1 /usr/bin/ls');

  act(
    'Live Application Mobility',
    'Workload Partitions, part 3: a loop that prints the date in a session over the network, while its WPAR goes from',
    'x203 to x103. The lab lets a minute pass in a second.',
  );
  const x203 = (line) => type('x203', 'x203# ', line);
  x203(
    [
      'mkwpar -n x150 -c -r -N address=192.168.129.150 \\',
      '  -M directory=/ vfs=nfs host=x054 dev=/backup/wpars/x150 \\',
      '  -M directory=/home vfs=directory -M directory=/tmp vfs=directory -M directory=/var vfs=directory | tail -3',
    ].join('\n'),
  );
  x203('startwpar x150 | tail -1');
  x203('parlab pace 60x');
  x203(
    [
      "parlab login x150 'while sleep 0.2; do date; done' > session & session=$!",
      'until grep -q : session || ! kill -0 $session; do sleep 0.1; done',
      'parlab relocate x150 x103',
      'sleep 0.5; kill $session; wait $session; cat session',
    ].join('\n'),
  );
  x203('parlab pace instant');
  type('x103', 'x103# ', 'lswpar');
  type('x103', 'x103# ', 'parlab on x103 mount | grep x150');
}

/** Dynamic partitioning with a DLPAR script that is really run. */
function playDynamic(pub) {
  act(
    'Dynamic LPAR: a licence manager has its say',
    'Dynamic Logical Partitioning: a script is installed, its veto is honoured, its log is written. Nothing forces checkacquire.',
  );
  const hmc = (line, expected) => type('bpichmc', 'hscroot@bpichmc:~> ', line, expected);
  const system = 'p750-Server-8233-E8B-SN069348P';
  const processors = `lshwres -r proc -m ${system} --level lpar -F curr_procs,run_procs --filter lpar_names=l488pp008`;
  pub(
    [
      "parlab run l488pp008 - <<'END'",
      'drmgr -i /usr/samples/dr/scripts/sysadmin_license.sh',
      'echo 12 > /etc/sysadmin_license',
      "echo '*.debug /var/adm/dr.log rotate size 100k files 4' >> /etc/syslog.conf",
      'touch /var/adm/dr.log; refresh -s syslogd',
      'END',
    ].join('\n'),
  );
  pub('drmgr -l');
  pub('bindprocessor -q');
  hmc(`chhwres -r proc -m ${system} -o a -p l488pp008 --procs 1`);
  hmc(processors);
  hmc(`chhwres -r proc -m ${system} -o a -p l488pp008 --procs 1 --force 2>&1 | grep licensed`);
  pub('bindprocessor -q');
  pub("echo 'tail -8 /var/adm/dr.log' | parlab run l488pp008 -");
  hmc(`chhwres -r mem -m ${system} -o r -p l488pp008 -q 512 -d 1 | head -4`);
  pub('lparstat -i | grep "Online.* M"');
}

function play() {
  const pub = (line, expected) => type('l488pp008', 'l488pp008_pub[/] > ', line, expected);
  const p550q = (line, expected) => type('p550q', 'p550q # ', line, expected);

  act(
    'A WPAR on AIX 7.1',
    'Workload Partitioning in AIX 7.1, listings 1 to 4. The lab comes into being with the first command.',
  );
  pub('mkwpar -n prod01');
  pub('lswpar');
  pub('startwpar dev01');
  pub('startwpar -v dev02');
  pub('lswpar -L dev01 | head -20');
  pub('lswpar -M dev02');

  act(
    'Four ways to make a WPAR on AIX 6.1',
    'The WPAR page of nagger: a name; a network; NFS file systems; a specification file.',
  );
  p550q('lswpar');
  p550q('mkwpar -n myfirstwpar | tail -3');
  p550q(
    [
      'mkwpar -n wp13 -h wp13 -N netmask=255.255.255.0 address=9.69.44.123 -r -c \\',
      ...['root', 'home', 'tmp', 'var'].map(
        (name) =>
          `  -M directory=/${name === 'root' ? '' : name} vfs=nfs host=blue.ibm.com dev=/scratch/wp13${name} \\`,
      ),
      '  -o my.spec | tail -3',
    ].join('\n'),
  );
  p550q('head -16 my.spec');
  p550q('startwpar wp13');
  p550q('lswpar -N wp13');
  p550q('stopwpar -h wp13');
  p550q('rmwpar wp13');
  p550q('mkwpar -f my.spec | tail -3');

  act('What goes wrong is told as AIX tells it');
  pub('startwpar nosuch', 1);
  pub('mkwpar -n dev01', 1);
  pub('rmwpar dev01', 1);
  pub('stopwpar prod01', 1);

  act('Change, stop, remove');
  pub('chwpar -A -R CPU=10%-50%,100% dev01');
  pub('lswpar -R dev01 | head -9');
  pub('stopwpar -v dev02');
  pub('rmwpar -F prod01');
  pub('lswpar');

  act(
    'What the console sees',
    'Live Partition Mobility, 2014: the frames of the talk, their partitions and adapters.',
  );
  const hmc = (line, expected) => type('bpichmc', 'hscroot@bpichmc:~> ', line, expected);
  const p750 = 'p750-Server-8233-E8B-SN069348P';
  hmc('lssyscfg -r sys -F name,state,active_lpar_mobility_capable --header');
  hmc(`lssyscfg -r lpar -m ${p750} -F lpar_id:name:state:rmc_state --header`);
  hmc(`lshwres -r virtualio --rsubtype fc --level lpar -m ${p750} --filter "lpar_names=b750nl2"`);
  hmc('lssyscfg -r lpar -m nosuch', 1);

  act(
    "What the VIO server sees: the talk's pages 23 and 52",
    'The console and the server show one stored value under their own names.',
  );
  const vios = (line, expected) => type('b750vio2', '$ ', line, expected);
  vios('ioslevel');
  vios('lsdev -dev vioslpm0 -attr');
  hmc(`migrlpar -o set -r lpar -m ${p750} -p b750vio2 -i "num_active_migrations_configured=5"`);
  vios('lsdev -dev vioslpm0 -attr cfg_msp_lpm_ops');
  vios('lsdev -virtual | grep vasi');
  vios('lsmap -vadapter vfchost0 -npiv');

  if (canBeInside()) {
    playInside(pub);
    playDynamic(pub);
  } else
    act('Inside the partitions', 'Left out: this machine makes no namespaces; "parlab doctor" says why.');

  act('The lab itself');
  pub('parlab hosts');
  pub('parlab log prod01');
  pub('parlab status');

  act(
    'Live Partition Mobility: validate, repair, validate, migrate',
    'The world lpm-broken has the faults that the checklists of the talk warn of.',
  );
  const broken = (line, expected) => type('hmc1', 'hscroot@hmc1:~> ', line, expected);
  broken('parlab reset --world lpm-broken');
  broken('migrlpar -o v -m frame1 -t frame2 -p group', 1);
  broken('chsyscfg -r lpar -m frame1 -i name=group,work_group_id=none');
  broken('chsyscfg -r lpar -m frame2 -i name=f2vio1,msp=1');
  broken('migrlpar -o v -m frame1 -t frame2 -p group');
  broken('parlab pace 60x');
  // As from a second terminal, until it has left the frame.
  broken(
    [
      'migrlpar -o m -m frame1 -t frame2 -p group &',
      'while lslparmigr -r lpar -m frame1 --filter lpar_names=group > look; do cat look; sleep 0.2; done; wait',
    ].join('\n'),
  );
  broken('lssyscfg -r lpar -m frame2 -F name,state --filter lpar_names=group');

  act('Evacuate a frame with one command: page 56');
  broken('parlab reset --world lpm-100');
  broken('migrlpar -o m -m frame1 -t frame2 --all');
  broken('lssyscfg -r lpar -m frame1 -F name,state');
  broken('lssyscfg -r lpar -m frame2 -F state | sort | uniq -c');
}

try {
  play();
  process.stdout.write(`
${bold('That was parlab.')} To have its commands in your own shell:

  eval "$(${join(bin, 'parlab')} env)"

then type lswpar, man mkwpar or parlab doctor. Your lab will be ~/.parlab; PARLAB_DIR names another.
`);
} catch (error) {
  if (process.exitCode !== 1) throw error;
} finally {
  spawnSync(join(bin, 'parlab'), ['reset'], { env: { ...environment, PARLAB_DIR: join(folder, 'lab') } });
  rmSync(folder, { recursive: true, force: true });
}
