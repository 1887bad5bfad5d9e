import { defineMessages } from './define.ts';

/** Texts of the AIX device commands, which VIO servers pass through behind the preamble. */
export const deviceMessages = defineMessages('device', {
  preamble: {
    text: 'Some error messages may contain invalid information\nfor the Virtual I/O Server environment.\n',
    evidence: 'capture',
    source: 'failures of VIO server commands that call AIX ones',
  },
});
