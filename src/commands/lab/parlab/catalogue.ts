import type { CommandSpec } from '../../../cli/spec.ts';
import { backupMessages } from '../../../messages/backup.ts';
import { connectionMessages } from '../../../messages/connections.ts';
import { copyMessages } from '../../../messages/copy.ts';
import type { Evidence, Message, MessageText } from '../../../messages/define.ts';
import { deviceMessages } from '../../../messages/devices.ts';
import { dlparMessages } from '../../../messages/dlpar.ts';
import { dlparLogMessages } from '../../../messages/dlpar-log.ts';
import { dlparProgramMessages } from '../../../messages/dlpar-programs.ts';
import { scriptMessages } from '../../../messages/dlpar-scripts.ts';
import { drtestMessages, drtestTroubles } from '../../../messages/drtest.ts';
import { errorLogMessages } from '../../../messages/error-log.ts';
import { faultMessages } from '../../../messages/faults.ts';
import { fileSystemMessages } from '../../../messages/file-systems.ts';
import { hardwareMessages } from '../../../messages/hardware.ts';
import { hmcMessages } from '../../../messages/hmc.ts';
import { inputMessages } from '../../../messages/input.ts';
import { keyMessages } from '../../../messages/keys.ts';
import { labMessages } from '../../../messages/lab.ts';
import { logicalPortMessages } from '../../../messages/logical-ports.ts';
import { capabilityMessages } from '../../../messages/mobility/capability.ts';
import { lslparmigrMessages } from '../../../messages/mobility/lists.ts';
import { moverMessages } from '../../../messages/mobility/movers.ts';
import { networkMessages } from '../../../messages/mobility/network.ts';
import { readinessMessages } from '../../../messages/mobility/readiness.ts';
import { resourceMessages } from '../../../messages/mobility/resources.ts';
import { rmcMessages } from '../../../messages/mobility/rmc.ts';
import { softwareMessages } from '../../../messages/mobility/software.ts';
import { storageMessages } from '../../../messages/mobility/storage.ts';
import { mobilityMessages } from '../../../messages/mobility.ts';
import { parlabMessages } from '../../../messages/parlab.ts';
import { partitionMessages } from '../../../messages/partitions.ts';
import { processMessages } from '../../../messages/processes.ts';
import { progress } from '../../../messages/progress.ts';
import { rsetMessages } from '../../../messages/rsets.ts';
import { runtimeMessages } from '../../../messages/runtime.ts';
import { shutdownMessages } from '../../../messages/shutdown.ts';
import { subsystemMessages } from '../../../messages/subsystems.ts';
import { syslogMessages } from '../../../messages/syslog.ts';
import { migrationMessages, systemMessages } from '../../../messages/system.ts';
import { terminalMessages } from '../../../messages/terminals.ts';
import { usageMessages } from '../../../messages/usage.ts';
import { userMessages } from '../../../messages/users.ts';
import { viosMessages } from '../../../messages/vios.ts';
import { viosCommandMessages } from '../../../messages/vios-commands.ts';
import { volumeMessages } from '../../../messages/volumes.ts';
import { workloadMessages } from '../../../messages/workload.ts';
import { wparMessages } from '../../../messages/wpar.ts';
import type { Platform } from '../../../state/hosts.ts';

/** Every message that parlab can print; a test sees to it that no area is missing. */
export const catalogue: readonly Message[] = [
  backupMessages,
  capabilityMessages,
  copyMessages,
  deviceMessages,
  dlparMessages,
  dlparLogMessages,
  dlparProgramMessages,
  drtestMessages,
  drtestTroubles,
  errorLogMessages,
  faultMessages,
  fileSystemMessages,
  hardwareMessages,
  hmcMessages,
  inputMessages,
  keyMessages,
  labMessages,
  logicalPortMessages,
  mobilityMessages,
  lslparmigrMessages,
  migrationMessages,
  moverMessages,
  networkMessages,
  storageMessages,
  parlabMessages,
  partitionMessages,
  processMessages,
  progress,
  readinessMessages,
  resourceMessages,
  rmcMessages,
  rsetMessages,
  runtimeMessages,
  scriptMessages,
  shutdownMessages,
  softwareMessages,
  subsystemMessages,
  connectionMessages,
  syslogMessages,
  systemMessages,
  terminalMessages,
  usageMessages,
  userMessages,
  viosCommandMessages,
  viosMessages,
  volumeMessages,
  workloadMessages,
  wparMessages,
].flatMap((area) => Object.values(area as Record<string, Message & MessageText>));

/** From the surest to what is only our own. */
export const evidences: readonly Evidence[] = ['seed', 'capture', 'document', 'recalled', 'ours'];

/** How many facts rest on each kind of evidence. */
export function countEvidence(facts: readonly { readonly evidence: Evidence }[]): Record<Evidence, number> {
  const counts = { seed: 0, capture: 0, document: 0, recalled: 0, ours: 0 };
  for (const { evidence } of facts) counts[evidence]++;
  return counts;
}

const areas: Readonly<Record<Platform, readonly string[]>> = {
  aix: [
    'backup',
    'device',
    'dr_reconfig',
    'errlog',
    'file-system',
    'migration',
    'progress',
    'ps',
    'rmc',
    'script',
    'rset',
    'shutdown',
    'src',
    'system',
    'usage',
    'user',
    'volume',
    'wlm',
    'wpar',
  ],
  hmc: [
    'dlpar',
    'dlpar-log',
    'hardware',
    'hmc',
    'input',
    'key',
    'lpar',
    'mobility',
    'mobility-capability',
    'mobility-lists',
    'mobility-movers',
    'mobility-network',
    'mobility-readiness',
    'mobility-resources',
    'mobility-rmc',
    'mobility-software',
    'mobility-storage',
    'rmc',
    'terminal',
  ],
  nfs: [],
  vios: ['device', 'rmc', 'server', 'vios'],
};

/**
 * The messages a documented command may print: those of its platform, but for those whose text begins with the name of
 * another command.
 */
export function messagesOf(spec: CommandSpec, all: readonly string[]): Message[] {
  return catalogue.filter(({ id, text }) => {
    const [area = ''] = id.split('.', 1);
    if (!areas[spec.platform].includes(area) && area !== 'lab') return false;
    const [first = ''] = text.split(':', 1);
    return first === spec.name || !all.includes(first);
  });
}
