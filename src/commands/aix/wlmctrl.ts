import type { Command } from '../../cli/context.ts';
import { controlWorkload, workloadControlSpec } from '../shared/workload-control.ts';

export const command: Command = { spec: workloadControlSpec('wlmctrl'), run: controlWorkload };
