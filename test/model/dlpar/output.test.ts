import { expect, test } from 'vitest';
import { eventVariables } from '../../../src/model/dlpar/environment.ts';
import type { DlparEvent } from '../../../src/model/dlpar/event.ts';
import { readOutput } from '../../../src/model/dlpar/output.ts';

// Seed 4, "Script Execution Environment and Input Parameters".
test.each<[string, string, string[]]>([
  [
    'pairs are delimited by new lines',
    'DR_VERSION=1\nDR_DATE=19102002\n',
    ['DR_VERSION=1', 'DR_DATE=19102002'],
  ],
  ['text stands in quotation marks', 'DR_ERROR="db2: in use"\n', ['DR_ERROR=db2: in use']],
  ['text may also stand bare', 'DR_ERROR=db2: in use', ['DR_ERROR=db2: in use']],
  ['an equals sign belongs to the value', 'DR_LOG_INFO=a=b', ['DR_LOG_INFO=a=b']],
  ['all names begin with DR_: others are nobody’s', 'ERROR=x\nhello\nDR_\n', []],
  ['lines of other systems end differently', 'DR_VENDOR=IBM\r\n', ['DR_VENDOR=IBM']],
  ['one quotation mark is text', 'DR_ERROR="x', ['DR_ERROR="x']],
  ['an empty value is a value', 'DR_USAGE=""', ['DR_USAGE=']],
])('%s', (_, text, pairs) => {
  expect(readOutput(text).map(({ name, value }) => `${name}=${value}`)).toEqual(pairs);
});

test('a line of 10 MB is shortened, and the next one is read', () => {
  const [long, next] = readOutput(`DR_ERROR=${'x'.repeat(10_000_000)}\nDR_LOG_ERR=end`);
  expect(long?.value).toHaveLength(1024);
  expect(next).toEqual({ name: 'DR_LOG_ERR', value: 'end', line: 2 });
});

const frames = { free: 1024, pinnable: 4096, total: 262_144 };
const cpu: DlparEvent = {
  ...{ resource: 'cpu', action: 'release' },
  processors: [{ logical: 8, bind: 5, connector: '0x1002' }],
};

// Seed 4: "one frame is equal to 4 KB", "where N can range from 0 to 5"; names recalled.
test.each<[DlparEvent, Record<string, string>]>([
  [
    { resource: 'mem', action: 'release', megabytes: 1024, block: 256 },
    {
      ...{ DR_MEM_SIZE_REQUEST: '1024', DR_MEM_SIZE_COMPLETED: '512', DR_FREE_FRAMES: '0x400' },
      ...{ DR_PINNABLE_FRAMES: '0x1000', DR_TOTAL_FRAMES: '0x40000' },
    },
  ],
  [cpu, { DR_LCPUID: '8', DR_BCPUID: '5' }],
  [
    { resource: 'capacity', action: 'acquire', capacity: 120, delta: 30 },
    { DR_CPU_CAPACITY: '120', DR_CPU_CAPACITY_DELTA: '30' },
  ],
  [
    { resource: 'var_weight', action: 'release', capacity: 120, weight: 128, delta: 28 },
    { DR_CPU_CAPACITY: '120', DR_VAR_WEIGHT: '128', DR_VAR_WEIGHT_DELTA: '28' },
  ],
  [{ resource: 'pmig', action: 'migrate' }, {}],
])('the variables of an event: $resource', (event, more) => {
  const wishes = { detail: 3, force: true };
  expect(eventVariables(event, { completed: 512, frames }, wishes)).toEqual({
    ...{ DR_DETAIL_LEVEL: '3', DR_FORCE: 'TRUE' },
    ...more,
  });
});
