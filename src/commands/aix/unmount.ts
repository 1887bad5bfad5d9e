import type { Command } from '../../cli/context.ts';
import { runUmount, umountSpec } from './umount.ts';

export const command: Command = { spec: umountSpec('unmount'), run: runUmount };
