import { printable } from '../../../../messages/define.ts';
import type { Verdict } from '../../../../model/dlpar/trial/finding.ts';
import type { TrialCall } from '../../../../model/dlpar/trial/recorder.ts';
import type { TrialReport } from '../../../../model/dlpar/trial/trial.ts';
import type { Form } from '../report.ts';

/** What was tried, and where. */
export interface TrialSubject {
  /** As typed. */
  readonly script: string;
  readonly host: string;
}

interface Summary {
  readonly courses: number;
  readonly calls: number;
  readonly problems: number;
  readonly warnings: number;
}

function summaryOf({ courses }: TrialReport): Summary {
  const findings = courses.flatMap((course) => course.findings);
  const problems = findings.filter(({ verdict }) => verdict === 'problem').length;
  return {
    courses: courses.length,
    calls: courses.reduce((sum, { calls }) => sum + calls.length, 0),
    problems,
    warnings: findings.length - problems,
  };
}

/** Whether the script may be installed with a good conscience: warnings are allowed. */
export function conforms(report: TrialReport): boolean {
  return summaryOf(report).problems === 0;
}

/** For programs. @param verbose with the environments and the outputs of calls */
export function trialData(report: TrialReport, subject: TrialSubject, verbose: boolean): unknown {
  const { description, registered, limit, courses } = report;
  return {
    ...subject,
    ...{ conforms: conforms(report), ...summaryOf(report) },
    ...{ description, registered, limit },
    results: courses.map(({ resource, name, calls, findings, verdict }) => ({
      ...{ resource: resource ?? null, course: name, verdict },
      calls: calls.map((call) => callData(call, verbose)),
      findings: findings.map((each) => ({ ...each, call: each.call ?? null })),
    })),
  };
}

function callData({ command, resource, environment, end }: TrialCall, verbose: boolean): unknown {
  const { status, timedOut, milliseconds, stdout, stderr } = end;
  const call = { command, resource: resource ?? null, status, timedOut, milliseconds };
  return verbose ? { ...call, environment, stdout, stderr } : call;
}

/** For people: a line for each course, then what was found, then a line that says it all. */
export async function trialText(
  report: TrialReport,
  subject: TrialSubject,
  verbose: boolean,
  form: Form,
): Promise<string> {
  const { courses } = report;
  const mark = (verdict: Verdict) => coloured(verdict, form);
  const rows = courses.map(({ resource, name, calls, verdict }) => [
    mark(verdict),
    resource ?? '',
    name,
    calls.map(callWords).join(', '),
  ]);
  const found = courses.flatMap(({ resource, name, findings }) =>
    findings.map((each) => [mark(each.verdict), each.call ?? resource ?? '', name, each.text]),
  );
  const parts = [
    heading(report, subject, form),
    await form.table(['Verdict', 'Resource', 'Course', 'Calls'], rows),
    ...(verbose ? [callsText(report)] : []),
    ...(found.length > 0
      ? [await form.table(['Verdict', 'Call', 'Course', 'What is so, and what to do'], found)]
      : []),
    summaryLine(report, subject),
  ];
  return parts.join('\n');
}

function coloured(verdict: Verdict, { colour }: Form): string {
  if (verdict === 'pass') return colour.green(verdict);
  return verdict === 'problem' ? colour.red(verdict) : colour.yellow(verdict);
}

function heading({ description, registered, limit }: TrialReport, subject: TrialSubject, form: Form): string {
  const { info, vendor, date } = description;
  const said = (text: string | undefined) => printable(text ?? '-');
  return form.facts([
    ['Script', printable(subject.script)],
    ['Says', `${said(info)} (${said(vendor)}, ${said(date)})`],
    ['Registers', printable(registered.join(', ')) || '-'],
    ['Host', subject.host],
    ['Limit', `${limit} s for a call`],
  ]);
}

// What was called for is on the line already, but for descriptions: `usage cpu`.
function callWords({ command, end }: TrialCall): string {
  return `${command} ${end.timedOut ? 'late' : end.status}`;
}

function callsText({ courses }: TrialReport): string {
  return courses
    .flatMap(({ resource, name, calls }) =>
      calls.length === 0
        ? []
        : [`${[resource, name].filter((each) => each !== undefined).join(' ')}:\n`, ...calls.map(oneCall)],
    )
    .join('');
}

function oneCall({ command, resource, environment, end }: TrialCall): string {
  const words = [command, resource].filter((each) => each !== undefined).join(' ');
  const variables = Object.entries(environment).map(([name, value]) => `    ${name}=${value}\n`);
  const lines = (text: string, sign: string) =>
    text
      .replace(/\n$/, '')
      .split('\n')
      .filter((_, index, all) => all.length > 1 || all[index] !== '')
      .map((line) => `    ${sign} ${printable(line.slice(0, 1000))}\n`);
  const how = end.timedOut ? 'did not end in time' : `ended with ${end.status}`;
  return [
    `  ${words} ${how} after ${(end.milliseconds / 1000).toFixed(2)} s\n`,
    ...variables,
    ...lines(end.stdout, '|'),
    ...lines(end.stderr, '!'),
  ].join('');
}

function summaryLine(report: TrialReport, { script }: TrialSubject): string {
  const { courses, calls, problems, warnings } = summaryOf(report);
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  const verdict = problems === 0 ? 'conforms' : 'does not conform';
  const sums = [count(problems, 'problem'), count(warnings, 'warning')].join(', ');
  return `${printable(script)} ${verdict}: ${sums} in ${count(courses, 'course')} (${count(calls, 'call')}).\n`;
}
