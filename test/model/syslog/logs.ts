import { join } from 'node:path';
import { processMachine } from '../../../src/cli/process-machine.ts';
import { treePath } from '../../../src/model/host-tree.ts';
import type { Place } from '../../../src/model/place.ts';
import { restartSyslog } from '../../../src/model/syslog/log.ts';
import { layFor, writePlaceFile } from '../../../src/model/tree/files.ts';
import { findHost } from '../../../src/state/hosts.ts';
import { Lab } from '../../../src/state/lab.ts';
import { TestLab } from '../../support/lab.ts';

export const logFile = '/var/adm/dr.log';
/** When the default world begins; its clock stands but for work. */
export const stamp = 'Nov 17 10:20:00 l488pp008';

export interface Logged {
  readonly test: TestLab;
  readonly lab: Lab;
  readonly place: Place;
  /** Where a path of the host stands. */
  at(path: string): string;
  close(): void;
}

/** A host whose tree is laid, with an empty log and a syslogd that goes by a line, if there is one. */
export function logged(line?: string): Logged {
  const test = new TestLab('default', 'l488pp008');
  const lab = Lab.open(test.directory, processMachine);
  const host = findHost(lab.engine, 'l488pp008');
  if (!host) throw new Error('no host');
  const place = { host };
  layFor(lab, place);
  writePlaceFile(lab, place, logFile, '');
  if (line !== undefined) {
    writePlaceFile(lab, place, '/etc/syslog.conf', `${line}\n`);
    restartSyslog(lab, place);
  }
  const root = treePath(lab, host, '/');
  return { test, lab, place, at: (path) => join(root, path), close: () => lab.close() };
}
