/**
 * Basic regular expressions as grep takes them (POSIX, 9.3), without back-references: for exclude files. They are matched
 * by following all ways at once, so no pattern takes longer than its length times that of the name.
 */

/** Says whether a name has a part that fits. */
export type Matcher = (name: string) => boolean;

type Test = (character: string) => boolean;

/** What a step of the machine does: take a character, go on at one of several steps, ask for a border, or be done. */
type Step =
  | { readonly take: Test; readonly next: number }
  | { readonly ways: readonly number[] }
  | { readonly border: 'begin' | 'end'; readonly next: number }
  | { readonly done: true };

/** Longer patterns, and repetitions that make them so, are refused. */
const mostSteps = 5000;

/** @throws SyntaxError saying what is wrong with the pattern */
export function compileBasicPattern(pattern: string): Matcher {
  const steps: Step[] = [{ done: true }];
  const start = build(new Reader(pattern).all(), 0, steps);
  return (name) => run(steps, start, name);
}

type Node =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'border'; readonly border: 'begin' | 'end' }
  | { readonly kind: 'group'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly least: number; readonly most: number };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Node[] {
    const nodes = this.#sequence(0);
    if (this.#at < this.#text.length) throw new SyntaxError('a \\) without \\(');
    return nodes;
  }

  #sequence(depth: number): Node[] {
    if (depth > 50) throw new SyntaxError('too many groups in each other');
    const nodes: Node[] = [];
    while (this.#at < this.#text.length && !this.#looking('\\)')) {
      const first = nodes.length === 0;
      const node = this.#element(first, depth);
      nodes.push(node.kind === 'border' ? node : this.#repeated(node));
    }
    return nodes;
  }

  #looking(word: string): boolean {
    return this.#text.startsWith(word, this.#at);
  }

  #element(first: boolean, depth: number): Node {
    const character = this.#text[this.#at++] ?? '';
    if (character === '^' && first) return { kind: 'border', border: 'begin' };
    if (character === '$' && (this.#at === this.#text.length || this.#looking('\\)')))
      return { kind: 'border', border: 'end' };
    if (character === '.') return { kind: 'one', test: () => true };
    if (character === '[') return { kind: 'one', test: this.#bracket() };
    if (character === '\\') return this.#escaped(depth);
    return { kind: 'one', test: (each) => each === character };
  }

  #escaped(depth: number): Node {
    const character = this.#text[this.#at++];
    if (character === undefined) throw new SyntaxError('a backslash at the end');
    if (/[1-9]/.test(character)) throw new SyntaxError('back-references are not supported');
    if (character === '{') throw new SyntaxError('\\{ repeats nothing');
    if (character !== '(') return { kind: 'one', test: (each) => each === character };
    const nodes = this.#sequence(depth + 1);
    if (!this.#looking('\\)')) throw new SyntaxError('a \\( without \\)');
    this.#at += 2;
    return { kind: 'group', nodes };
  }

  #repeated(node: Node): Node {
    let found = node;
    for (;;) {
      if (this.#looking('*')) {
        this.#at++;
        found = { kind: 'repeat', node: found, least: 0, most: Number.POSITIVE_INFINITY };
      } else if (this.#looking('\\{')) found = this.#interval(found);
      else return found;
    }
  }

  #interval(node: Node): Node {
    const match = /^\\\{(\d{1,3})(?:(,)(\d{1,3})?)?\\\}/.exec(this.#text.slice(this.#at));
    if (!match) throw new SyntaxError('a \\{ that is no repetition');
    this.#at += match[0].length;
    const least = Number(match[1]);
    const most = match[3] === undefined ? (match[2] ? Number.POSITIVE_INFINITY : least) : Number(match[3]);
    if (most < least) throw new SyntaxError('a repetition whose limits are the wrong way round');
    return { kind: 'repeat', node, least, most };
  }

  #bracket(): Test {
    const negated = this.#looking('^');
    if (negated) this.#at++;
    const tests: Test[] = [];
    for (let first = true; ; first = false) {
      const character = this.#text[this.#at];
      if (character === undefined) throw new SyntaxError('a [ without ]');
      this.#at++;
      if (character === ']' && !first) break;
      tests.push(character === '[' ? this.#inBracket() : this.#range(character));
    }
    return (each) => tests.some((test) => test(each)) !== negated;
  }

  #inBracket(): Test {
    const match = /^:([a-z]+):\]/.exec(this.#text.slice(this.#at));
    if (match) {
      const known = classes[match[1] ?? ''];
      if (!known) throw new SyntaxError(`there is no class ${match[1]}`);
      this.#at += match[0].length;
      return (each) => known.test(each);
    }
    if (this.#looking('.') || this.#looking('='))
      throw new SyntaxError('collating elements are not supported');
    return this.#range('[');
  }

  #range(low: string): Test {
    const high = this.#text[this.#at + 1];
    if (!this.#looking('-') || high === undefined || high === ']') return (each) => each === low;
    this.#at += 2;
    if (high < low) throw new SyntaxError('a range whose ends are the wrong way round');
    return (each) => each >= low && each <= high;
  }
}

const classes: Readonly<Record<string, RegExp>> = Object.assign(Object.create(null), {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[\0-\x1f\x7f]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t\n\v\f\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
});

// Backwards: each node is built knowing the step that comes after it.
function build(nodes: readonly Node[], end: number, steps: Step[]): number {
  return nodes.reduceRight((next, node) => buildOne(node, next, steps), end);
}

function add(step: Step, steps: Step[]): number {
  if (steps.length >= mostSteps) throw new SyntaxError('it is too long');
  return steps.push(step) - 1;
}

function buildOne(node: Node, next: number, steps: Step[]): number {
  if (node.kind === 'one') return add({ take: node.test, next }, steps);
  if (node.kind === 'border') return add({ border: node.border, next }, steps);
  if (node.kind === 'group') return build(node.nodes, next, steps);
  let after = next;
  if (node.most === Number.POSITIVE_INFINITY) {
    const loop = add({ ways: [] }, steps);
    steps[loop] = { ways: [buildOne(node.node, loop, steps), next] };
    after = loop;
  } else {
    for (let count = node.least; count < node.most; count++)
      after = add({ ways: [buildOne(node.node, after, steps), next] }, steps);
  }
  for (let count = 0; count < node.least; count++) after = buildOne(node.node, after, steps);
  return after;
}

function run(steps: readonly Step[], start: number, name: string): boolean {
  let present = new Set<number>();
  for (let at = 0; at <= name.length; at++) {
    if (reach(steps, start, present, at, name.length)) return true;
    const character = name[at];
    if (character === undefined) return false;
    const following = new Set<number>();
    for (const each of present) {
      const step = steps[each];
      if (step && 'take' in step && step.take(character))
        if (reach(steps, step.next, following, at + 1, name.length)) return true;
    }
    present = following;
  }
  return false;
}

// All steps that are reached without taking a character. @returns whether one of them is the end
function reach(steps: readonly Step[], from: number, into: Set<number>, at: number, length: number): boolean {
  const waiting = [from];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    if (into.has(each)) continue;
    into.add(each);
    const step = steps[each];
    if (!step) continue;
    if ('done' in step) return true;
    if ('ways' in step) waiting.push(...step.ways);
    else if ('border' in step && at === (step.border === 'begin' ? 0 : length)) waiting.push(step.next);
  }
  return false;
}
