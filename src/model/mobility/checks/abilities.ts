import { resourceMessages as texts } from '../../../messages/mobility/resources.ts';
import { softwareMessages } from '../../../messages/mobility/software.ts';
import { capabilitiesOf } from '../../../state/frames/systems.ts';
import { compatibilityModes } from '../../frames/generations.ts';
import { amountsToMove } from '../amounts.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import { ibmiFound } from './ibmi.ts';
import { sharedMemoryFound, storageFound } from './paging.ts';

const group = 'resources';

/** Whether the destination can do what the partition makes use of. */
export const abilityChecks: readonly Check[] = [
  {
    id: 'R07',
    group,
    types: ['active', 'suspended'],
    severity: 'E',
    reads: 'current and preferred processor compatibility mode of the partition',
    message: texts.currentMode,
    find: (facts) => [...currentModeFound(facts), ...preferredModeFound(facts)],
  },
  {
    id: 'R08',
    group,
    types: ['inactive'],
    severity: 'E',
    reads: 'preferred processor compatibility mode of the partition',
    message: texts.preferredMode,
    find: preferredModeFound,
  },
  {
    id: 'R09',
    group,
    types: everyType,
    severity: 'E',
    reads: 'Active Memory Expansion of the partition, active_mem_expansion_capable of the destination',
    message: texts.expansion,
    find: (facts) =>
      amountsToMove(facts).memory.curr_expansion > 0 && lacks(facts, 'active_mem_expansion_capable')
        ? [found(texts.expansion, { system: facts.dest.name })]
        : [],
  },
  {
    id: 'R10',
    group,
    types: everyType,
    severity: 'E',
    reads:
      'memory mode of the partition; active_mem_sharing_capable, memory pool and paging devices of the destination',
    message: texts.memoryPool,
    find: sharedMemoryFound,
  },
  {
    id: 'R11',
    group,
    types: everyType,
    severity: 'E',
    reads: 'suspend_capable of the partition, free reserved storage of the destination',
    override: { flag: '--protectstorage', given: ({ protectStorage }) => protectStorage === 2 },
    message: texts.storage,
    find: storageFound,
  },
  {
    id: 'R12',
    group,
    types: everyType,
    severity: 'E',
    reads: 'virtual trusted platform module of the partition, vtpm_capable of the destination',
    message: texts.trustedBoot,
    find: (facts) =>
      facts.mobile.vtpm && lacks(facts, 'vtpm_capable')
        ? [found(texts.trustedBoot, { system: facts.dest.name })]
        : [],
  },
  {
    id: 'R13',
    group,
    types: ['active', 'inactive'],
    severity: 'E',
    reads:
      'remote restart of the partition, lpar_remote_restart_capable and powervm_lpar_remote_restart_capable of the destination',
    override: { flag: '--requirerr', given: ({ requireRestart }) => requireRestart === 2 },
    message: texts.restart,
    find: restartFound,
  },
  {
    id: 'R14',
    group,
    types: everyType,
    severity: 'E',
    reads:
      'IBM i: os400_lpar_mobility_capable of both systems, levels, restricted I/O mode and physical I/O of the partition',
    message: softwareMessages.capability,
    find: ibmiFound,
  },
  {
    id: 'R17',
    group,
    types: everyType,
    severity: 'E',
    reads: 'suspend_capable of the partition, lpar_suspend_capable of the destination',
    message: texts.suspend,
    find: (facts) =>
      facts.mobile.suspend_capable && lacks(facts, 'lpar_suspend_capable')
        ? [found(texts.suspend, { system: facts.dest.name })]
        : [],
  },
];

function lacks({ dest }: Facts, capability: string): boolean {
  return capabilitiesOf(dest)[capability] !== 1;
}

// An empty mode: the system has none (POWER5).
function currentModeFound({ mobile: { curr_compat: mode }, dest }: Facts): Found[] {
  return mode === '' || compatibilityModes[dest.generation].current.includes(mode)
    ? []
    : [found(texts.currentMode, { system: dest.name, mode })];
}

// With `default` only the current mode matters (documented).
function preferredModeFound({ mobile: { desired_compat: mode }, dest }: Facts): Found[] {
  return mode === 'default' || compatibilityModes[dest.generation].preferred.includes(mode)
    ? []
    : [found(texts.preferredMode, { system: dest.name, mode })];
}

function restartFound(facts: Facts): Found[] {
  const { mobile, dest } = facts;
  const lost =
    (mobile.remote_restart && lacks(facts, 'lpar_remote_restart_capable')) ||
    (mobile.simplified_restart && lacks(facts, 'powervm_lpar_remote_restart_capable'));
  return lost ? [found(texts.restart, { system: dest.name })] : [];
}
