import type { CommandSpec } from '../../../../cli/spec.ts';

/** What the completion of one command offers. */
interface Offer {
  readonly name: string;
  readonly flags: readonly string[];
  /** Attributes after a flag that takes a list. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Operands are names of WPARs. */
  readonly wpars: boolean;
}

/**
 * A script for bash, from the specs. It is plain lists: nothing is computed while somebody types, but names of WPARs,
 * hosts and snapshots are asked for.
 * @param subcommands of parlab, with their own subcommands
 */
export function bashCompletion(
  specs: readonly CommandSpec[],
  subcommands: Readonly<Record<string, readonly string[]>>,
): string {
  const names = [...new Set(specs.map((spec) => spec.name))];
  const functions = names.map((name) => commandFunction(offerOf(specs.filter((spec) => spec.name === name))));
  return [
    '# Completion of parlab and its commands: source <(parlab completion bash)',
    ...functions,
    parlabFunction(subcommands),
    ...names.map((name) => `complete -o default -F _parlab_${name} ${name}`),
    'complete -o default -F _parlab_parlab parlab',
    '',
  ].join('\n');
}

/** zsh reads the completions of bash. */
export function zshCompletion(bash: string): string {
  return `${bash.replace('bash)', 'zsh)').replace('\n', '\nautoload -Uz compinit bashcompinit\n(( $+functions[compdef] )) || compinit\nbashcompinit\n')}`;
}

// A name that exists on two platforms offers the flags of both.
function offerOf(specs: readonly CommandSpec[]): Offer {
  const options = specs
    .flatMap((spec) => [...spec.options, ...(spec.alternative?.options ?? [])])
    .filter((option) => option.refused === undefined);
  const attributes = options.flatMap(({ flag, argument }) =>
    argument?.kind === 'attributes' ? [[`-${flag}`, argument.attributes] as const] : [],
  );
  return {
    name: specs[0]?.name ?? '',
    flags: [...new Set(options.map((option) => `-${option.flag}`))],
    attributes: Object.fromEntries(attributes),
    wpars: specs.some((spec) => spec.operands.of === 'wpar'),
  };
}

// The last word that begins with a dash decides: after -N come attributes until the next flag or operand.
function commandFunction(offer: Offer): string {
  const lists = Object.entries(offer.attributes).map(
    ([flag, names]) =>
      `    ${flag}) compopt -o nospace 2>/dev/null; COMPREPLY=($(compgen -W '${names.map((name) => `${name}=`).join(' ')}' -- "$word")); [ \${#COMPREPLY[@]} -gt 0 ] && return ;;`,
  );
  const operands = offer.wpars
    ? `  COMPREPLY=($(compgen -W "$(parlab names wpars 2>/dev/null)" -- "$word"))`
    : '  COMPREPLY=()';
  return `_parlab_${offer.name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} last= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    [[ \${COMP_WORDS[index]} == -* ]] && last=\${COMP_WORDS[index]}
  done
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W '${offer.flags.join(' ')}' -- "$word"))
    return
  fi
  case $last in
${[...lists, '    *) ;;'].join('\n')}
  esac
${operands}
}`;
}

function parlabFunction(subcommands: Readonly<Record<string, readonly string[]>>): string {
  const nested = Object.entries(subcommands)
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => `    ${name}) words='${members.join(' ')}' ;;`);
  return `_parlab_parlab() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  if ((COMP_CWORD == 1)); then
    words='${Object.keys(subcommands).join(' ')}'
  elif ((COMP_CWORD == 2)); then
    case \${COMP_WORDS[1]} in
${nested.join('\n')}
    use|on|shell|run) words=$(parlab names hosts 2>/dev/null) ;;
    log) words=$(parlab names wpars 2>/dev/null) ;;
    evidence|coverage) words=$(parlab names commands 2>/dev/null) ;;
    esac
  elif ((COMP_CWORD == 3)); then
    case \${COMP_WORDS[1]} in
    snapshot) words=$(parlab names snapshots 2>/dev/null) ;;
    on) words=$(parlab names commands 2>/dev/null) ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}`;
}
