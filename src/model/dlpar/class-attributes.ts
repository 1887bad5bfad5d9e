/** Attributes of workload classes (classes, limits and shares files: documented). */
import { type Failure, failure } from '../../messages/failure.ts';
import { workloadMessages as messages } from '../../messages/workload.ts';
import type { ClassAttributes } from '../../state/workload.ts';

const text = /^[^\u0000-\u001f\u007f"]{0,1024}$/;
const yesNo = /^(no|yes)$/;

interface Attribute {
  readonly name: string;
  readonly byDefault: string;
  readonly legal: RegExp;
  /** lsclass -f quotes it. */
  readonly quoted: boolean;
}

const word = (name: string, byDefault = '', legal = text): Attribute => ({
  name,
  byDefault,
  legal,
  quoted: true,
});
const number = (name: string, byDefault: string, legal: RegExp): Attribute => ({
  name,
  byDefault,
  legal,
  quoted: false,
});

const percent = /^(100|\d{1,2})$/;
const limits = (resource: string): Attribute[] => [
  number(`${resource}shares`, '-', /^(-|[1-9]\d{0,4})$/),
  number(`${resource}min`, '0', percent),
  number(`${resource}softmax`, '100', percent),
  number(`${resource}hardmax`, '100', percent),
];

/** In the order in which they are listed (recalled). */
export const classAttributes: readonly Attribute[] = [
  word('description'),
  number('tier', '0', /^\d$/),
  word('inheritance', 'no', yesNo),
  word('localshm', 'no', yesNo),
  word('adminuser'),
  word('admingroup'),
  word('authuser'),
  word('authgroup'),
  word('rset'),
  word('delshm', 'no', yesNo),
  word('vmenforce', 'class', /^(class|proc)$/),
  number('io_priority', '-', /^(-|\d|1[0-5])$/),
  ...limits('CPU'),
  ...limits('memory'),
  ...limits('diskIO'),
];

/** What is wrong with attributes; undefined: nothing. */
export function attributeProblem(attributes: ClassAttributes): Failure | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    const found = classAttributes.find((each) => each.name === name);
    if (!found) return failure(messages.noAttribute, { name });
    if (!found.legal.test(value)) return failure(messages.badValue, { name, value });
  }
  return undefined;
}
