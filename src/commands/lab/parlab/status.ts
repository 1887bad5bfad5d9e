import { chooseHost } from '../../../cli/choose-host.ts';
import { stateWords } from '../../../model/wpar/states.ts';
import { formatPace, isoTime } from '../../../state/clock.ts';
import { type Host, listHosts } from '../../../state/hosts.ts';
import { hostsWithHandlers } from '../../../state/kernel-handlers.ts';
import type { Lab } from '../../../state/lab.ts';
import type { Operation } from '../../../state/settle.ts';
import type { StateLetter } from '../../../state/wpars.ts';
import type { Report } from './report.ts';
import { describeMigration, migrationsNow } from './status/migrations.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab status`: the lab at a glance. */
export const status = subcommand({
  synopsis: 'status',
  summary: 'Shows the world, its WPARs, its clock and what is going on',
  declare: (parser) => parser,
  run: (_words, place) => withLab(place, (lab) => report(lab, place.caller.environment.PARLAB_HOST)),
});

interface Running {
  readonly verb: string;
  readonly wpar: string;
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

function report(lab: Lab, named: string | undefined): Report {
  const hosts = listHosts(lab.engine);
  const { running, states } = wparStates(lab);
  const handlers = handlersNow(lab);
  const data = {
    directory: lab.directory,
    readOnly: lab.readOnly,
    world: lab.meta('world') ?? '',
    description: lab.meta('description') ?? '',
    pace: formatPace(lab.clock().pace),
    clock: isoTime(lab.now()),
    hosts: hosts.map((host) => host.name),
    chosen: chosenHosts(lab, hosts, named),
    wpars: Object.fromEntries(states),
    operations: running,
    migrations: migrationsNow(lab),
    kernelExtensions: handlers,
    trees: hosts.filter((host) => host.laid === 1).map((host) => host.name),
  };
  const extensions = handlers.map(({ host, names }) => `${names.join(', ')} on ${host}`).join('; ');
  const total = states.reduce((sum, [, count]) => sum + count, 0);
  const byState = states.map(([state, count]) => `${count} ${state}`).join(', ');
  return {
    data,
    text: (form) =>
      form.facts([
        ['Lab', `${data.directory}${lab.readOnly ? ' (read-only)' : ''}`],
        ['World', data.description ? `${data.world}: ${data.description}` : data.world],
        ['Clock', `${data.clock} (pace ${data.pace})`],
        ['Hosts', `${data.hosts.join(', ')} (commands act on ${data.chosen.join(', ')})`],
        ['WPARs', total === 0 ? 'none' : `${total}: ${byState}`],
        ['In progress', running.map(describe).join('; ') || 'nothing'],
        ['Migrations', data.migrations.map(describeMigration).join('; ') || 'none'],
        ...(extensions === '' ? [] : [['Reconfiguration handlers', extensions] as const]),
        ['Trees', data.trees.join(', ') || 'none'],
      ]),
  };
}

/** Kernel extensions that have registered reconfiguration handlers. */
function handlersNow({ engine }: Lab): { host: string; names: string[] }[] {
  const all = hostsWithHandlers(engine);
  return [...new Set(all.map(({ host }) => host))].map((host) => ({
    host,
    names: all.filter((each) => each.host === host).map(({ name }) => name),
  }));
}

/** The host of each platform that a plain command acts on. */
function chosenHosts(lab: Lab, hosts: readonly Host[], named: string | undefined): string[] {
  const platforms = [...new Set(hosts.map((host) => host.platform))].filter((each) => each !== 'nfs');
  return platforms.map((platform) => chooseHost(lab, platform, named).name);
}

function describe(running: Running): string {
  return `${running.verb} ${running.wpar} on ${running.host} (process ${running.pid}, since ${running.since})`;
}

/** What readers see: the WPAR of an operation whose process is gone is Broken or Paused. */
function wparStates(lab: Lab): { running: Running[]; states: [string, number][] } {
  const counts = new Map<StateLetter, number>();
  for (const { state, count } of lab.engine.all<{ state: StateLetter; count: number }>(
    'SELECT state, count(*) AS count FROM wpar GROUP BY state ORDER BY state',
  )) {
    counts.set(state, count);
  }
  const running: Running[] = [];
  for (const operation of lab.engine.all<Operation & { host: string; name: string; state: StateLetter }>(
    `SELECT operation.*, wpar.host, wpar.name, wpar.state FROM operation JOIN wpar ON wpar.id = operation.wpar
     ORDER BY wpar.host, wpar.name`,
  )) {
    if (lab.machine.alive(operation)) {
      const { verb, host, name, pid } = operation;
      running.push({ verb, wpar: name, host, pid, since: isoTime(operation.started) });
      continue;
    }
    counts.set(operation.state, (counts.get(operation.state) ?? 1) - 1);
    counts.set(operation.dead, (counts.get(operation.dead) ?? 0) + 1);
  }
  const states = [...counts]
    .filter(([, count]) => count > 0)
    .map(([state, count]): [string, number] => [stateWords[state], count]);
  return { running, states: states.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
