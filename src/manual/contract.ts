/** The chapters of a manual page that the spec of the command says. */
import type { CommandSpec, OptionSpec } from '../cli/spec.ts';
import { heading } from './blocks.ts';
import { bold, escapeText, italic, tagged, textLine } from './roff.ts';

export function synopsisRoff(specs: readonly CommandSpec[]): string[] {
  const forms = specs.flatMap(synopsisForms);
  return [heading('Synopsis'), ...forms.flatMap((form) => ['.HP', synopsisLine(form)])];
}

/** Lines that start with blanks continue the form above. */
function synopsisForms(spec: CommandSpec): string[] {
  const forms: string[] = [];
  for (const line of spec.synopsis) {
    const last = forms.length - 1;
    if (line.startsWith(' ') && last >= 0) forms[last] += ` ${line.trim()}`;
    else forms.push(line);
  }
  return forms;
}

// Flags are typed as they stand, words are replaced; brackets, bars and dots are neither.
function synopsisLine(form: string): string {
  const [command = '', ...rest] = form.split(' ');
  const tokens = rest.join(' ').split(/((?:^|(?<=[\s[{|]))--?\w+|[A-Za-z=][\w.=,/-]*)/);
  const arguments_ = tokens.map((token, index) => {
    if (/^--?\w/.test(token)) return bold(token);
    if (/^[A-Za-z=]/.test(token)) return italic(token);
    // A flag and its argument stay on one line.
    return token === ' ' && /^--?\w/.test(tokens[index - 1] ?? '') ? '\\ ' : escapeText(token);
  });
  return `${bold(command)} ${arguments_.join('')}`;
}

export function optionsRoff(spec: CommandSpec): string[] {
  const supported = (options: readonly OptionSpec[]) => sorted(options).filter((option) => !option.refused);
  const { alternative } = spec;
  return [
    heading('Options'),
    ...supported(spec.options).flatMap(optionRoff),
    ...combinations(spec),
    ...(alternative
      ? [`.SS "With \\-${alternative.flag}"`, ...supported(alternative.options).flatMap(optionRoff)]
      : []),
  ];
}

/** What AIX has and parlab has not: it is refused, never ignored. */
export function refusedRoff(spec: CommandSpec): string[] {
  const refused = sorted([...spec.options, ...(spec.alternative?.options ?? [])]).filter(
    (option) => option.refused !== undefined,
  );
  if (refused.length === 0) return [];
  return [
    heading('Not supported'),
    '.PP',
    spec.parse === 'hmc'
      ? 'These parameters are documented for the HMC. parlab refuses them with exit status 1.'
      : spec.parse === 'vios'
        ? 'These flags are documented for the VIO server. parlab refuses them with exit status 1.'
        : 'These flags are documented for AIX. parlab refuses them with exit status 2.',
    ...refused.flatMap((option) =>
      tagged(optionTerm(option), [textLine(`${option.text} Refused: ${option.refused}`), grounds(option)]),
    ),
  ];
}

export function statusRoff(spec: CommandSpec): string[] {
  const misuse = { 2: 'The words of the command line are wrong; nothing was done.' };
  const statuses = { ...(spec.platform === 'aix' ? misuse : {}), ...spec.statuses };
  return [
    heading('Exit status'),
    ...Object.entries(statuses).flatMap(([status, text]) => tagged(bold(status), [textLine(text)])),
  ];
}

export function authorityRoff(spec: CommandSpec): string[] {
  if (spec.parse === 'hmc')
    return [
      heading('Security'),
      '.PP',
      'Any user of the console may run it, on the systems that it manages.',
    ];
  if (spec.platform === 'vios')
    return [heading('Security'), '.PP', 'padmin may run it, on the VIO server that one is on.'];
  const text =
    spec.user === 'root'
      ? 'Only root may run it, in the global environment.'
      : 'Any user of the global environment may run it.';
  return [heading('Security'), '.PP', text];
}

// As manuals order them: by letter, `-a` before `-A`.
function sorted(options: readonly OptionSpec[]): OptionSpec[] {
  const key = ({ flag }: OptionSpec) => `${flag.toLowerCase()}${flag === flag.toLowerCase() ? 0 : 1}`;
  return [...options].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function optionRoff(option: OptionSpec): string[] {
  const lines = [textLine(option.text)];
  if (option.argument?.kind === 'attributes') {
    lines.push(`Attributes: ${option.argument.attributes.map(italic).join(', ')}.`);
  }
  if (option.repeat) lines.push('May be repeated.');
  if (option.argument?.kind === 'value' && option.argument.values)
    lines.push(...valueLines(option.argument.values));
  return tagged(optionTerm(option), [...lines, grounds(option)]);
}

function optionTerm(option: OptionSpec): string {
  const letter = bold(`-${option.flag}`);
  const { argument } = option;
  if (!argument) return letter;
  if (argument.kind === 'value') return `${letter} ${italic(argument.name)}`;
  if (argument.kind === 'optional') return `${letter} [${italic(argument.name)}]`;
  return argument.bare
    ? `${letter} [${italic('attribute')} ...]`
    : `${letter} ${italic('attribute')}=${italic('value')} ...`;
}

function valueLines(values: Readonly<Record<string, string>>): string[] {
  const all = Object.entries(values);
  const works = all.filter(([, why]) => why === '').map(([value]) => italic(value));
  const refused = all.filter(([, why]) => why !== '');
  return [
    `Values: ${works.join(', ')}.`,
    ...refused.map(([value, why]) => `Not supported: ${italic(value)}, ${escapeText(why)}`),
  ];
}

function grounds(option: OptionSpec): string {
  const since = option.since === undefined ? '' : `; since AIX ${option.since}`;
  return `[${option.evidence}${since}]`;
}

function combinations(spec: CommandSpec): string[] {
  const needs = Object.entries(spec.needs ?? {}).map(
    ([letter, others]) => `${bold(`-${letter}`)} is valid only with ${listed(others, 'or')}.`,
  );
  const pairs = new Map<string, string[]>();
  const groups: string[] = [];
  for (const [first = '', second = '', ...more] of spec.exclusive ?? []) {
    if (more.length === 0) pairs.set(first, [...(pairs.get(first) ?? []), second]);
    else groups.push(`At most one of ${listed([first, second, ...more], 'and')} may be given.`);
  }
  const excluded = [...pairs].map(
    ([first, others]) => `${bold(`-${first}`)} cannot be used together with ${listed(others, 'or')}.`,
  );
  const sentences = [...groups, ...excluded, ...needs];
  return sentences.length === 0 ? [] : ['.PP', ...sentences];
}

function listed(letters: readonly string[], word: string): string {
  const flags = letters.map((letter) => bold(`-${letter}`));
  const last = flags.pop() ?? '';
  return flags.length === 0 ? last : `${flags.join(', ')} ${word} ${last}`;
}
