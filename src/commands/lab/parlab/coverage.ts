import type { CommandSpec } from '../../../cli/spec.ts';
import type { Report } from './report.ts';
import { type DocumentedFlag, flagsOf, loadSpecs } from './specs.ts';
import { subcommand } from './subcommand.ts';

/** `parlab coverage`: every documented flag works, or is refused and says why. */
export const coverage = subcommand({
  synopsis: 'coverage [command]',
  summary: 'Shows for every documented flag whether it works or is refused, and why',
  declare: (parser) =>
    parser.positional('command', { type: 'string', describe: 'A documented command (default: all)' }),
  async run({ command }) {
    return report(await loadSpecs(command));
  },
});

function report(specs: readonly CommandSpec[]): Report {
  const data = specs.flatMap((spec) => flagsOf(spec).map((flag) => describe(spec, flag)));
  const names = new Set(specs.map((spec) => spec.name)).size;
  // A name on two platforms is two commands with flags of their own.
  const twins = new Set(
    specs.map(({ name }) => name).filter((name, index, all) => all.indexOf(name) < index),
  );
  const called = (flag: (typeof data)[number]) =>
    twins.has(flag.command) ? `${flag.command} (${flag.platform})` : flag.command;
  const refused = data.filter((flag) => flag.status === 'refused').length;
  return {
    data: { flags: data, works: data.length - refused, refused },
    text: async (form) =>
      [
        await form.table(
          ['Command', 'Flag', 'Status', 'Remarks'],
          data.map((flag) => [
            called(flag),
            flag.flag,
            flag.status === 'works' ? 'works' : form.colour.yellow('refused'),
            flag.reason ?? (flag.since === null ? '' : `since ${flag.since}`),
          ]),
        ),
        `${data.length} documented flags of ${names} ${names === 1 ? 'command' : 'commands'}: ${data.length - refused} work, ${refused} refused.`,
        '',
      ].join('\n'),
  };
}

function describe(spec: CommandSpec, { typed, option }: DocumentedFlag) {
  return {
    command: spec.name,
    platform: spec.platform,
    flag: typed,
    status: option.refused === undefined ? ('works' as const) : ('refused' as const),
    reason: option.refused ?? null,
    since: option.since ?? null,
    evidence: option.evidence,
  };
}
