import type { Command } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { attributeListOptions, attributeListSpec, listAttributes } from '../shared/attribute-list.ts';

// Of the root shell, which has AIX's commands.
const spec: CommandSpec = {
  ...attributeListSpec,
  platform: 'vios',
  options: attributeListOptions(undefined),
};

export const command: Command = { spec, run: listAttributes };
