import { failure } from '../../messages/failure.ts';
import { wparMessages as messages } from '../../messages/wpar.ts';
import type { WparKext } from '../../state/wpars.ts';
import { yesNo } from './devices.ts';
import type { Stanza } from './specification.ts';

/**
 * Kernel extensions of `-X` lists (7.1 and later; attributes recalled).
 * @throws Failure
 */
export function kernelExtensions(stanzas: readonly Stanza[]): WparKext[] {
  const byName = new Map<string, WparKext>();
  for (const stanza of stanzas) {
    const kext = stanza.kext ?? stanza.exportfile;
    if (!kext) throw failure(messages.kextNeeds, {});
    if (kext !== 'ALL' && !kext.startsWith('/'))
      throw failure(messages.valueInvalid, { attribute: 'kext', value: kext });
    const local = yesNo('local', stanza.local);
    if (kext === 'ALL' && local) throw failure(messages.kextAllLocal, {});
    byName.set(kext, { kext, local: local ? 1 : 0, major: yesNo('major', stanza.major) ? 1 : 0 });
  }
  return [...byName.values()];
}
