import { chooseHost } from '../../../cli/choose-host.ts';
import { type Host, listHosts } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import type { Report } from './report.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab hosts`: the machines one can be on. */
export const hosts = subcommand({
  synopsis: 'hosts',
  summary: 'Lists the hosts; * marks those that plain commands act on',
  declare: (parser) => parser,
  run: (_words, place) => withLab(place, (lab) => report(lab, place.caller.environment.PARLAB_HOST)),
});

function report(lab: Lab, named: string | undefined): Report {
  const counts = new Map(
    lab.engine
      .all<{ host: string; count: number }>('SELECT host, count(*) AS count FROM wpar GROUP BY host')
      .map((row) => [row.host, row.count]),
  );
  const data = listHosts(lab.engine).map((host) => ({
    name: host.name,
    platform: host.platform,
    level: host.release,
    wpars: counts.get(host.name) ?? 0,
    chosen: isChosen(lab, host, named),
  }));
  return {
    data,
    text: (form) =>
      form.table(
        ['', 'Host', 'Platform', 'Level', 'WPARs'],
        data.map((host) => [
          host.chosen ? '*' : '',
          host.name,
          host.platform,
          host.level,
          host.platform === 'aix' ? String(host.wpars) : '',
        ]),
      ),
  };
}

// An NFS server serves: no command acts on it.
function isChosen(lab: Lab, host: Host, named: string | undefined): boolean {
  return host.platform !== 'nfs' && chooseHost(lab, host.platform, named).name === host.name;
}
