import { registry } from '../../registry.ts';
import { bashCompletion, zshCompletion } from './completion/script.ts';
import { loadSpecs } from './specs.ts';
import { type Subcommand, subcommand } from './subcommand.ts';

/** What follows these subcommands is a word of their own. */
const members: Readonly<Record<string, readonly string[]>> = {
  completion: ['bash', 'zsh'],
  fault: ['add', 'list', 'clear', 'stats'],
  pace: ['instant', 'step', '60x', 'advance'],
  snapshot: ['save', 'list', 'restore', 'diff', 'clone', 'rm'],
};

/**
 * `parlab completion bash|zsh`: prints a script; source it.
 * @param subcommands of parlab: their list, which names this one too, is its caller
 */
export const completionOf = (subcommands: readonly string[]): Subcommand =>
  subcommand({
    synopsis: 'completion <shell>',
    summary: 'Prints a completion script: source <(parlab completion bash)',
    declare: (parser) =>
      parser.positional('shell', {
        choices: ['bash', 'zsh'] as const,
        demandOption: true,
        describe: 'The shell',
      }),
    async run({ shell }) {
      // What only partitions have is the machine's own outside: its completion stays as it is.
      const specs = (await loadSpecs()).filter(({ name }) => Object.hasOwn(registry, name));
      const bash = bashCompletion(
        specs,
        Object.fromEntries(subcommands.map((name) => [name, members[name] ?? []])),
      );
      const script = shell === 'bash' ? bash : zshCompletion(bash);
      return { data: { shell, script }, text: script };
    },
  });
