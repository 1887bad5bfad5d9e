import type { Command } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { restart, stopExclusive, stopFlags } from './stopwpar.ts';

const spec: CommandSpec = {
  name: 'rebootwpar',
  platform: 'aix',
  purpose: 'stops and starts a system workload partition',
  synopsis: ['rebootwpar [ -h | -F ] [ -t seconds | -N ] [ -v ] WparName'],
  evidence: 'document',
  options: stopFlags,
  operands: { name: 'WparName', minimum: 1, maximum: 1, of: 'wpar' },
  exclusive: stopExclusive,
  user: 'root',
  statuses: { 0: 'The workload partition is started again.', 1: 'It is not.' },
};

export const command: Command = { spec, run: restart };
