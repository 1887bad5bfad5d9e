import { type Caller, explainTrouble, requireUp } from '../../../cli/call.ts';
import { failure } from '../../../messages/failure.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { relocateWpar, type TaskStep } from '../../../model/wpar/checkpoint/relocate.ts';
import { candidatesFor } from '../../../model/wpar/checkpoint/target.ts';
import { insideOf } from '../../../runtime/inside.ts';
import type { Host } from '../../../state/hosts.ts';
import type { Lab } from '../../../state/lab.ts';
import type { Wpar } from '../../../state/wpars.ts';
import { type Report, sentence } from './report.ts';
import { requireHost } from './require.ts';
import { type Place, subcommand } from './subcommand.ts';
import { withLab } from './with-lab.ts';

/** `parlab relocate`: what WPAR Manager calls Relocate. */
export const relocate = subcommand({
  synopsis: 'relocate <wpar> [host]',
  summary: 'Moves an active WPAR to another host; without a host, suggests one',
  declare: (parser) =>
    parser
      .positional('wpar', {
        type: 'string',
        demandOption: true,
        describe: 'The WPAR; HOST/WPAR where the name is not unique',
      })
      .positional('host', { type: 'string', describe: 'The host it goes to' })
      .example('$0 x150 x103', ''),
  run: (words, place) =>
    withLab(place, (lab) => {
      const wpar = requireOneWpar(lab, words.wpar);
      const origin = requireHost(lab, wpar.host);
      requireUp(lab, origin);
      return words.host === undefined
        ? suggest(lab, wpar, origin)
        : move(lab, wpar, origin, requireHost(lab, words.host), place);
    }),
});

function requireOneWpar({ engine }: Lab, asked: string): Wpar {
  const slash = asked.indexOf('/');
  const [host, name] = slash < 0 ? [undefined, asked] : [asked.slice(0, slash), asked.slice(slash + 1)];
  const found = engine
    .all<Wpar>('SELECT * FROM wpar WHERE name = ? ORDER BY host', name)
    .filter((wpar) => host === undefined || wpar.host === host);
  const [only, ...others] = found;
  if (!only) throw failure(parlabMessages.unknownWpar, { name: asked });
  if (others.length === 0) return only;
  const names = found.map((wpar) => `${wpar.host}/${wpar.name}`).join(', ');
  throw failure(parlabMessages.whichWpar, { name, names });
}

function suggest(lab: Lab, wpar: Wpar, origin: Host): Report {
  const candidates = candidatesFor(lab, wpar, origin);
  const [best] = candidates;
  if (!best) throw failure(parlabMessages.noTarget, { name: wpar.name });
  const { host, level, active } = best;
  const line = `Suggested: ${host} (AIX ${level}, ${active} active). To go there: parlab relocate ${wpar.name} ${host}`;
  return sentence({ wpar: wpar.name, from: origin.name, suggested: host, candidates }, line);
}

async function move(lab: Lab, wpar: Wpar, origin: Host, target: Host, place: Place): Promise<Report> {
  requireUp(lab, target);
  const { caller } = place;
  const { name } = wpar;
  const work = { lab, signal: caller.signal, inside: insideOf(lab), say: () => {} };
  const sides = { departure: { ...work, host: origin }, arrival: { ...work, host: target } };
  const told = (step: TaskStep) => {
    if (!place.json) caller.stdout.write(`${line(step)}\n`);
  };
  const { steps, arrived, paused, error } = await relocateWpar(sides, name, told);
  const data = { wpar: name, from: origin.name, to: target.name, arrived, paused, steps };
  const status = error === undefined ? 0 : explain(error, caller);
  if (status !== 0 && !arrived) return { status, data, text: '' };
  return sentence(
    data,
    `${name} runs on ${target.name}; its processes stood still for ${seconds(paused)}.`,
    status,
  );
}

function explain(error: unknown, caller: Caller): number {
  return explainTrouble(error, 'parlab', caller);
}

function line({ what, outcome, seconds: took }: TaskStep): string {
  return `${what}: ${outcome} (${seconds(took)})`;
}

function seconds(count: number): string {
  return count === 1 ? '1 second' : `${Math.round(count)} seconds`;
}
