import type { Context } from '../../cli/context.ts';
import { exportRulesOf } from '../../model/wpar/configuration.ts';
import type { StartOptions } from '../../model/wpar/start.ts';

/** Device exports files are read anew at each start. */
export function exportRulesIn(context: Context): StartOptions['exportRules'] {
  return (wpar) =>
    exportRulesOf(wpar.devices, context.host.laid === 1, (path) => context.files('host').read(path));
}
