import { fillIn } from '../../../messages/define.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { readinessMessages as texts } from '../../../messages/mobility/readiness.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import type { MigrationType } from '../../../state/frames/migrations.ts';
import { terminalOf } from '../../../state/frames/terminals.ts';
import { isReachable } from '../../frames/rmc.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { adapterChecks } from './adapters.ts';
import { uniquenessChecks } from './uniqueness.ts';

const group = 'readiness';
const withMemory: readonly MigrationType[] = ['active', 'suspended'];

/** Whether the partition itself can go: what it is, what it has, what hangs on it. */
export const readinessChecks: readonly Check[] = [
  {
    id: 'P01',
    group,
    types: ['active'],
    severity: 'E',
    reads: 'state of the partition',
    message: hmcMessages.wrongState,
    find: ({ mobile: { name, state } }) =>
      // One that migrates already is G14's.
      state === 'Running' || state.startsWith('Migrating')
        ? []
        : [found(hmcMessages.wrongState, undefined, [fillIn(texts.state.text, { partition: name, state })])],
  },
  {
    id: 'P02',
    group,
    types: ['inactive'],
    severity: 'E',
    reads: 'whether the partition was ever activated',
    message: texts.neverActivated,
    find: ({ mobile }) =>
      mobile.last_activated === null ? [found(texts.neverActivated, { partition: mobile.name })] : [],
  },
  {
    id: 'P03',
    group,
    types: everyType,
    severity: 'E',
    reads: 'type of the partition',
    message: texts.server,
    find: ({ mobile }) =>
      mobile.env === 'vioserver' ? [found(texts.server, { partition: mobile.name })] : [],
  },
  ...adapterChecks,
  {
    id: 'P08',
    group,
    types: withMemory,
    severity: 'E',
    reads: 'huge pages of the partition',
    message: texts.hugePages,
    find: ({ memory }) => (memory.curr_huge > 0 ? [found(texts.hugePages, { count: memory.curr_huge })] : []),
  },
  {
    id: 'P09',
    group,
    types: withMemory,
    severity: 'E',
    reads: 'BSR arrays of the partition',
    message: texts.barriers,
    find: ({ memory }) =>
      memory.bsr_arrays > 0 ? [found(texts.barriers, { count: memory.bsr_arrays })] : [],
  },
  {
    id: 'P10',
    group,
    types: withMemory,
    severity: 'E',
    reads: 'redundant error path reporting of the partition',
    message: texts.errorPath,
    find: ({ mobile }) =>
      mobile.redundant_errors ? [found(texts.errorPath, { partition: mobile.name })] : [],
  },
  {
    id: 'P11',
    group,
    types: everyType,
    severity: 'E',
    reads: 'service partition of the source',
    message: texts.service,
    find: ({ mobile, source }) =>
      mobile.service ? [found(texts.service, { partition: mobile.name, system: source.name })] : [],
  },
  {
    id: 'P12',
    group,
    types: everyType,
    severity: 'E',
    reads: 'partition workload group of the partition',
    message: texts.workGroup,
    find: ({ mobile: { name, work_group } }) =>
      work_group === null ? [] : [found(texts.workGroup, { partition: name, group: work_group })],
  },
  ...uniquenessChecks,
  {
    id: 'P16',
    group,
    types: everyType,
    severity: 'E',
    reads: 'virtual optical devices behind the virtual SCSI adapters of the partition',
    message: texts.optical,
    find: opticalFound,
  },
  {
    id: 'P17',
    group,
    types: ['active'],
    severity: 'W',
    reads: 'open virtual terminal of the partition',
    message: texts.terminal,
    find: ({ engine, machine, mobile }) =>
      terminalOf(engine, machine, mobile.id) ? [found(texts.terminal, undefined)] : [],
  },
  {
    id: 'P18',
    group,
    types: ['active'],
    severity: 'E',
    reads: 'DLPAR capabilities of the partition for memory and processors',
    message: mobilityMessages.noConnection,
    find: ({ mobile }) =>
      // Without RMC nothing is known of them, and G08 says so.
      mobile.env === 'os400' || !isReachable(mobile) || (mobile.dlpar_mem && mobile.dlpar_proc)
        ? []
        : [found(mobilityMessages.noConnection, { partition: mobile.name })],
  },
  {
    id: 'P20',
    group,
    types: everyType,
    severity: 'E',
    reads: 'name of the profile on the destination (-n)',
    message: texts.profileName,
    find: ({ request: { profile } }) =>
      profile === undefined || legalProfile.test(profile) ? [] : [found(texts.profileName, { profile })],
  },
];

const legalProfile = /^[A-Za-z0-9 ,./;:~@#^\-_=+{}]{1,31}$/;

function opticalFound({ engine, mobile, source }: Facts): Found[] {
  const attached = engine.all<{ device: string; server: string }>(
    `SELECT target_device.name AS device, server.name AS server
     FROM virtual_adapter JOIN partition AS server ON server.system = ? AND server.lpar_id = remote_lpar
       JOIN target_device ON target_device.partition = server.id AND target_device.slot = remote_slot
     WHERE virtual_adapter.partition = ? AND virtual_adapter.kind = 'scsi' AND side = 'client'
       AND target_device.kind = 'optical' AND target_device.status = 'Available'
     ORDER BY server.lpar_id, target_device.name`,
    source.id,
    mobile.id,
  );
  return attached.map((values) => found(texts.optical, values));
}
