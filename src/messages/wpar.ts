import { defineMessages } from './define.ts';
import { applicationTexts } from './wpar/applications.ts';
import { checkpointTexts } from './wpar/checkpoint.ts';
import { deviceTexts } from './wpar/devices.ts';
import { nameTexts } from './wpar/names.ts';
import { networkTexts } from './wpar/networks.ts';
import { settingTexts } from './wpar/settings.ts';
import { stateTexts } from './wpar/states.ts';
import { storageTexts } from './wpar/storage.ts';

/** Refusals and attentions of the WPAR commands. Numbers are the vendor's; a text without one is ours. */
export const wparMessages = defineMessages('wpar', {
  ...stateTexts,
  ...nameTexts,
  ...networkTexts,
  ...storageTexts,
  ...deviceTexts,
  ...settingTexts,
  ...checkpointTexts,
  ...applicationTexts,
});
