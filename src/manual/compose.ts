import type { CommandSpec } from '../cli/spec.ts';
import { heading, sectionRoff } from './blocks.ts';
import { authorityRoff, optionsRoff, refusedRoff, statusRoff, synopsisRoff } from './contract.ts';
import type { Page, Section } from './page.ts';
import { bold, escapeText, macroArgument } from './roff.ts';

/**
 * A manual page from what the spec says and what a person wrote.
 * @param specs none for a command that has none (`parlab`): its page is all written; two for a name of two platforms
 * @throws Error if the page has no purpose, or writes what is generated
 */
export function composePage(page: Page, specs: readonly CommandSpec[], version: string): string {
  const [spec] = specs;
  const purpose = spec?.purpose ?? page.purpose;
  if (purpose === undefined) throw new Error(`${page.name}: the page has no purpose`);
  const titled = (title: string) => page.sections.filter((section) => section.title === title);
  const placed = ['Synopsis', 'Description', 'See also'];
  const middle = page.sections.filter((section) => !placed.includes(section.title));
  if (spec) refuseGenerated(page);
  const lines = [
    // Made by the build: nobody should edit it.
    `.\\" Made from man/${page.name}.1.md and the command's spec.`,
    `.TH ${macroArgument(page.name.toUpperCase())} 1 "" ${macroArgument(`parlab ${version}`)} "parlab manual"`,
    // Words of commands must not be broken, nor stretched.
    '.nh',
    '.ad l',
    heading('Name'),
    `${escapeText(page.name)} \\- ${escapeText(purpose)}`,
    ...(spec ? synopsisRoff(specs) : titled('Synopsis').flatMap(sectionRoff)),
    ...titled('Description').flatMap(sectionRoff),
    ...specs.flatMap((each, index) => contract(each, index > 0)),
    ...middle.flatMap(sectionRoff),
    ...evidence(page.name, spec !== undefined),
    ...titled('See also').flatMap(sectionRoff),
  ];
  return `${lines.join('\n')}\n`;
}

const platformNames = { aix: 'AIX', hmc: 'an HMC', nfs: 'NFS', vios: 'a VIO server' } as const;

// The chapters of the second platform say whose they are.
function contract(spec: CommandSpec, second: boolean): string[] {
  const lines = [...optionsRoff(spec), ...refusedRoff(spec), ...authorityRoff(spec), ...statusRoff(spec)];
  if (!second) return lines;
  return lines.map((line) =>
    line.replace(/^\.SH "(.*)"$/, `.SH "$1 ON ${platformNames[spec.platform].toUpperCase()}"`),
  );
}

function evidence(name: string, documented: boolean): string[] {
  if (!documented) return [];
  return [
    heading('Evidence'),
    '.PP',
    'The word in brackets after an option says how sure parlab is of it:',
    'one of the articles that parlab began with (seed), the manual of AIX (document), output or a',
    'program of a real system (capture), or memory (recalled).',
    `${bold(`parlab evidence ${name}`)} lists the same for every option and message.`,
  ];
}

const generated = ['Name', 'Synopsis', 'Options', 'Not supported', 'Security', 'Exit status', 'Evidence'];

function refuseGenerated(page: Page): void {
  const twice = page.sections.find((section: Section) => generated.includes(section.title));
  if (twice) throw new Error(`${page.name}: the section "${twice.title}" is made from the spec`);
}
