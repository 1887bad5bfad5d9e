import yargs from 'yargs';
import type { Caller } from '../../../cli/call.ts';
import { printable } from '../../../messages/define.ts';
import { packageVersion } from './about.ts';
import { forScripts, subcommands } from './list.ts';
import type { Chosen, CommonWords, Subcommand } from './subcommand.ts';

/** What the words of the command line are. */
export type Read =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'misuse'; readonly text: string }
  | { readonly kind: 'work'; readonly run: Chosen; readonly json: boolean; readonly rest: readonly string[] };

/** Reads the words with yargs, which neither prints nor ends the process here. */
export async function readWords(argv: readonly string[], caller: Caller): Promise<Read> {
  const { own, rest } = splitForeign(argv);
  let chosen: Chosen | undefined;
  let help = '';
  const mistakes: string[] = [];
  let json = false;
  const parser = yargs([...own])
    .scriptName('parlab')
    .locale('en')
    .exitProcess(false)
    .usage('$0 <subcommand>\n\nLooks after the laboratory that the AIX, VIOS and HMC commands act on.')
    .option('json', {
      type: 'boolean',
      default: false,
      describe: 'Print JSON for programs',
      global: true,
    } as const)
    .version(packageVersion())
    // Otherwise yargs takes the command `help` of a VIO server for its own.
    .help(asksForHelp(own) || !namesCommand(own))
    .alias('help', 'h')
    .wrap(Math.min(100, caller.stdout.columns ?? 100))
    .strict()
    .demandCommand(1, 'Say what to do.')
    .recommendCommands()
    .fail((message, error) => {
      mistakes.push(message ?? error.message);
    })
    .parserConfiguration({
      'boolean-negation': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'duplicate-arguments-array': false,
      'parse-numbers': false,
      'parse-positional-numbers': false,
    })
    .epilogue(
      'The lab is the folder that PARLAB_DIR names, else ~/.parlab. "parlab SUBCOMMAND --help" explains each.',
    );
  for (const register of await wanted(own)) {
    register(parser, (work) => {
      chosen = work;
    });
  }
  await parser.parseAsync([...own], {}, (error: Error | undefined | null, words: unknown, output: string) => {
    json = (words as Partial<CommonWords>).json === true;
    if (error) mistakes.push(error.message);
    else help = output;
  });
  if (mistakes.length > 0) return { kind: 'misuse', text: complaint(mistakes, own) };
  if (help !== '') return { kind: 'help', text: `${help}\n` };
  if (!chosen) return { kind: 'misuse', text: complaint(['Say what to do.'], own) };
  return { kind: 'work', run: chosen, json, rest };
}

// Only the subcommand that is called is loaded; help and misuse need all of them.
async function wanted(own: readonly string[]): Promise<Subcommand[]> {
  const name = own.find((word) => !word.startsWith('-'));
  const all = { ...subcommands, ...forScripts };
  const load = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
  return await Promise.all(load ? [load()] : Object.values(subcommands).map((each) => each()));
}

// Words of these subcommands may be names of commands.
function namesCommand(own: readonly string[]): boolean {
  const name = own.find((word) => !word.startsWith('-')) ?? '';
  return ['coverage', 'evidence', 'on', 'run'].includes(name);
}

function asksForHelp(own: readonly string[]): boolean {
  return own.includes('--help') || own.includes('-h');
}

/** `parlab on HOST COMMAND -flags`, `parlab run HOST SCRIPT ...`: what follows is not ours to read. */
function splitForeign(argv: readonly string[]): { own: readonly string[]; rest: readonly string[] } {
  const name = argv.findIndex((word) => !word.startsWith('-'));
  const own = ownWords[argv[name] ?? ''];
  if (own === undefined) return { own: argv, rest: [] };
  const isUser = (index: number) => own === 1 && argv[index] === '-l';
  const host = argv.findIndex((word, index) => index > name && !word.startsWith('-') && !isUser(index - 1));
  if (host < 0) return { own: argv, rest: [] };
  const end = host + own + (isUser(host + 1) ? 2 : 0);
  return { own: argv.slice(0, end), rest: argv.slice(end) };
}

/** Words that are the subcommand's own, from the host on. */
const ownWords: Readonly<Record<string, number>> = { login: 1, on: 2, run: 2 };

// The first mistake; yargs has its guess of the word that was meant before it.
function complaint(mistakes: readonly string[], own: readonly string[]): string {
  const name = own.find((word) => !word.startsWith('-'));
  const of = name !== undefined && Object.hasOwn(subcommands, name) ? ` ${name}` : '';
  const isGuess = (mistake: string) => mistake.startsWith('Did you mean ');
  const guess = mistakes.find(isGuess);
  const said = [mistakes.find((mistake) => !isGuess(mistake)), guess].filter((each) => each !== undefined);
  return `parlab: ${said.map((each) => printable(each.trim())).join(' - ')}\nTry "parlab${of} --help".\n`;
}
