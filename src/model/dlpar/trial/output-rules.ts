import { longestValue } from '../output.ts';
import { type Finding, finding } from './finding.ts';
import { guessOf, isDescription, standingOf, textNames } from './names.ts';

/** What is wrong with the lines that a command has printed, whatever it means by them. */
export function outputFindings(command: string, call: string, stdout: string): Finding[] {
  const lines = stdout.split('\n');
  return lines.flatMap((line) => (line.trim() === '' ? [] : lineFindings(command, call, line)));
}

function lineFindings(command: string, call: string, line: string): Finding[] {
  // As the reader of outputs takes it: blanks before the name do no harm, and none may stand before the sign.
  const [, name, value = ''] = /^[ \t]*(DR_[A-Za-z0-9_]+)=(.*)$/s.exec(line) ?? [];
  // An installation does not overlook a line that was meant for it.
  if (name === undefined && isDescription(command) && /^[ \t]*DR_/.test(line)) {
    return [finding('refusedLine', call, { line: line.trim() })];
  }
  if (name === undefined) return [strayLine(call, line)];
  const standing = standingOf(name, command);
  if (standing === 'stray') return [finding('misplacedName', call, { name })];
  if (standing === 'strange') return [strangeName(call, name)];
  return valueFindings(call, name, value);
}

function strayLine(call: string, line: string): Finding {
  const [, name] = /^\s*([A-Za-z]+_[A-Za-z0-9_]+)\s*=/.exec(line) ?? [];
  const guess = name === undefined ? undefined : guessOf(name);
  if (name !== undefined && guess !== undefined) {
    const typed = guess === name ? `${name} with a blank before the sign =` : name;
    return finding('unknownName', call, { name: typed, guess: `${guess}=` });
  }
  return finding('noPair', call, { line: line.trim() });
}

function strangeName(call: string, name: string): Finding {
  const guess = guessOf(name);
  if (guess === undefined) return finding('strangeName', call, { name });
  return finding('unknownName', call, { name, guess });
}

function valueFindings(call: string, name: string, printed: string): Finding[] {
  const value = printed.replace(/[ \t\r]+$/, '');
  const found: Finding[] = [];
  const text = /^"(.*)"$/s.exec(value)?.[1];
  if (text === undefined && /^"|"$/.test(value)) found.push(finding('brokenQuotes', call, { name }));
  else if (text === undefined && textNames.includes(name)) found.push(finding('notQuoted', call, { name }));
  if ((text ?? value).length > longestValue) {
    found.push(finding('valueCut', call, { name, most: longestValue }));
  }
  if (/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(printed))
    found.push(finding('controls', call, { name }));
  return found;
}
