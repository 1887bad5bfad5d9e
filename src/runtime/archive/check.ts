import { createHash } from 'node:crypto';
import { controlFolder } from '../../format/backup-image.ts';
import type { ArchiveReport, CheckRequest } from '../../model/backup/protocol.ts';
import { Budget } from './budget.ts';
import { memberOf } from './header.ts';
import { Members } from './members.ts';
import { membersOf, openSource } from './source.ts';
import { Trouble } from './trouble.ts';

/** No control file is longer. */
const longestControl = 4 * 1024 * 1024;

/** Reads the whole archive and writes nothing. @throws Trouble */
export async function check(request: CheckRequest, tell: (report: ArchiveReport) => void): Promise<void> {
  const source = openSource();
  const members = new Members();
  const budget = new Budget(request.limit);
  const sums = new Map<string, string>();
  let count = 0;
  for await (const { header, content } of membersOf(source)) {
    const member = memberOf(header);
    if (!member) throw new Trouble('hostile', `${JSON.stringify(header.name)} is a ${header.type}`);
    const control = members.add(member);
    if (control && member.size > longestControl) throw new Trouble('hostile', 'a control file is too long');
    budget.member(member);
    const pieces: Buffer[] = [];
    for await (const piece of content) {
      budget.content(member, piece);
      if (control) pieces.push(piece);
    }
    if (control) {
      const bytes = Buffer.concat(pieces);
      sums.set(member.name, createHash('sha256').update(bytes).digest('hex'));
      tell({ type: 'control', name: member.name, text: bytes.toString('utf8') });
    }
    if (request.verbose) tell({ type: 'file', name: member.name, size: member.size, kind: member.kind });
    count++;
  }
  const { specification, imageData } = source.facts;
  const isRight = (name: string, sum: string) => sums.get(`${controlFolder}/${name}`) === sum;
  if (!isRight('wpar.spec', specification) || !isRight('image.data', imageData))
    throw new Trouble('hostile', 'its control files are not those that it was made with');
  tell({ type: 'checked', sum: source.sum, count, bytes: budget.bytes });
}
