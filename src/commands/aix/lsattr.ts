import type { Command } from '../../cli/context.ts';
import type { CommandSpec } from '../../cli/spec.ts';
import { attributeListOptions, attributeListSpec, listAttributes } from '../shared/attribute-list.ts';

const spec: CommandSpec = { ...attributeListSpec, platform: 'aix', options: attributeListOptions('7.2') };

export const command: Command = { spec, run: listAttributes };
