import type { CommandSpec } from '../../../cli/spec.ts';
import type { Evidence, Message } from '../../../messages/define.ts';
import { catalogue, countEvidence, evidences, messagesOf } from './catalogue.ts';
import type { Form, Report } from './report.ts';
import { commandNames, flagsOf, loadSpecs } from './specs.ts';
import { subcommand } from './subcommand.ts';

/** `parlab evidence`: how sure we are of each text and each flag, and where it comes from. */
export const evidence = subcommand({
  synopsis: 'evidence [command]',
  summary: 'Shows how sure parlab is of its messages and flags, and where they come from',
  declare: (parser) =>
    parser
      .positional('command', { type: 'string', describe: 'A documented command (default: all messages)' })
      .epilogue(
        'seed: a document the project began with. capture: output of a real system. document: the manual. recalled: remembered, no page found. ours: our own words, because none were found.',
      ),
  async run({ command }) {
    if (command === undefined) return report(catalogue, []);
    const specs = await loadSpecs(command);
    return report([...new Set(specs.flatMap((spec) => messagesOf(spec, commandNames)))], specs);
  },
});

interface Fact {
  readonly name: string;
  readonly evidence: Evidence;
  readonly text: string;
  readonly source?: string;
}

function report(messages: readonly Message[], specs: readonly CommandSpec[]): Report {
  const [spec] = specs;
  const flags: Fact[] = specs.flatMap(flagsOf).map(({ typed, option }) => ({
    name: typed,
    evidence: option.evidence,
    text: option.text,
  }));
  const texts: Fact[] = messages
    .map(({ id, evidence, text, source }) => ({ name: id, evidence, text, source }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const data = {
    ...(spec ? { command: spec.name, synopsis: spec.evidence, flags } : {}),
    messages: texts,
    counts: countEvidence([...flags, ...texts]),
  };
  return {
    data,
    text: async (form) =>
      [
        ...(spec ? [await flagTable(form, spec, flags)] : []),
        await messageTable(form, texts),
        evidences.map((each) => `${data.counts[each]} ${each}`).join(', '),
        '',
      ].join('\n'),
  };
}

async function flagTable(form: Form, spec: CommandSpec, flags: readonly Fact[]): Promise<string> {
  const rows = flags.map((flag) => [flag.evidence, flag.name, flag.text]);
  return await form.table(
    ['Evidence', 'Flag', 'Meaning'],
    [[spec.evidence, spec.name, 'the synopsis'], ...rows],
  );
}

// A text of several lines stays one row.
async function messageTable(form: Form, texts: readonly Fact[]): Promise<string> {
  return await form.table(
    ['Evidence', 'Message', 'Text', 'Source'],
    texts.map(({ name, evidence, text, source }) => [
      evidence,
      name,
      text.replaceAll('\n', '\\n'),
      source ?? '',
    ]),
  );
}
