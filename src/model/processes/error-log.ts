import type { Change } from '../../state/change.ts';
import { writeError } from '../../state/error-entries.ts';
import type { Resident } from '../../state/subsystems.ts';
import type { Wpar } from '../../state/wpars.ts';
import type { Place } from '../place.ts';
import { delivered, ownDaemons } from './daemons.ts';

/** Whose rows a place's are. */
export function residentOf({ host, wpar }: Place): Resident {
  return { host: host.name, wpar: wpar?.id };
}

// Identifiers, T, C and resources of the first two: the vendor's answers to questions about WPARs, where the rest of the
// second line is lost. Labels, and the other three: recalled, and as error logs of many systems have them.
const loggingOn = {
  identifier: '9DBCFDEE',
  label: 'ERRLOG_ON',
  type: 'N',
  class: 'U',
  resource: 'errdemon',
  description: 'ERROR LOGGING TURNED ON',
};
const monitoringStarted = {
  identifier: 'A6DF45AA',
  label: 'RMCD_INFO_0_ST',
  type: 'I',
  class: 'O',
  resource: 'RMCdaemon',
  description: 'The daemon is started.',
};
const loggingOff = {
  identifier: '192AC071',
  label: 'ERRLOG_OFF',
  type: 'T',
  class: 'O',
  resource: 'errdemon',
  description: 'ERROR LOGGING TURNED OFF',
};
const shutDownByUser = {
  identifier: '2BFA76F6',
  label: 'REBOOT_ID',
  type: 'T',
  class: 'S',
  resource: 'SYSPROC',
  description: 'SYSTEM SHUTDOWN BY USER',
};
const operatorMessage = {
  identifier: 'AA8AB241',
  label: 'OPMSG',
  type: 'T',
  class: 'O',
  resource: 'OPERATOR',
  description: 'OPERATOR NOTIFICATION',
};

const offsetOf = (name: string) =>
  [...ownDaemons, ...delivered].find((each) => each.name === name)?.offset ?? 0;

/** What a WPAR's daemons log when it starts. */
export function logStart(change: Change, { id, host }: Pick<Wpar, 'host' | 'id'>, time: number): void {
  const resident = { host, wpar: id };
  writeError(change, resident, loggingOn, time + offsetOf('errdemon'));
  writeError(change, resident, monitoringStarted, time + offsetOf('ctrmc'));
}

/** What is logged when somebody shuts a place down. */
export function logShutdown(change: Change, place: Place): void {
  writeError(change, residentOf(place), shutDownByUser);
  writeError(change, residentOf(place), loggingOff);
}

/** What errlogger writes. */
export function logOperatorMessage(change: Change, place: Place, text: string): void {
  writeError(change, residentOf(place), {
    ...operatorMessage,
    detail: `MESSAGE FROM ERRLOGGER COMMAND\n${text}`,
  });
}
