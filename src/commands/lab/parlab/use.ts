import { chooseHost } from '../../../cli/choose-host.ts';
import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { listHosts, type Platform } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import { type Report, sentence } from './report.ts';
import { requireHost } from './require.ts';
import { subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab use`: the host that plain commands of its platform act on. */
export const use = subcommand({
  synopsis: 'use [host]',
  summary: 'Chooses the host that commands of its platform act on',
  declare: (parser) =>
    parser
      .positional('host', { type: 'string', describe: 'The host; without it the present choice is shown' })
      .option('default', { type: 'boolean', describe: "Forget the choices: the world's defaults count" })
      .conflicts('default', 'host'),
  run: (words, place) =>
    withLab(place, (lab) => {
      if (words.default === true) forget(lab);
      else if (words.host !== undefined) return choose(lab, words.host);
      return choices(lab);
    }),
});

function choose(lab: Lab, name: string): Report {
  const host = requireHost(lab, name);
  if (host.platform === 'nfs') throw failure(parlabMessages.noCommands, { host: name });
  lab.update((change) => {
    change.setMeta(`use.${host.platform}`, host.name);
    change.note('', 'use', `${host.platform} commands act on ${host.name}`);
  });
  return sentence(
    { [host.platform]: host.name },
    `Commands of ${host.platform} hosts act on ${host.name} now.`,
  );
}

function forget(lab: Lab): void {
  lab.update((change) => {
    const { changes } = change.engine.run("DELETE FROM meta WHERE key LIKE 'use.%'");
    lab.refresh();
    if (changes > 0) change.note('', 'use', "commands act on the world's default hosts");
  });
}

function choices(lab: Lab): Report {
  const platforms = [...new Set(listHosts(lab.engine).map((host) => host.platform))];
  const commanded = platforms.filter((platform) => platform !== 'nfs');
  const chosen = commanded.map((platform): [Platform, string] => [
    platform,
    chooseHost(lab, platform, undefined).name,
  ]);
  return { data: Object.fromEntries(chosen), text: (form) => form.facts(chosen) };
}
