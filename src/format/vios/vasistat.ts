/** Statistics of a VASI, laid out as those of an Ethernet adapter are; labels from the manual. */

export interface Traffic {
  readonly sent: number;
  readonly received: number;
}

// The lab counts bytes; a packet is a page of memory.
const packet = 4096;

function columns(left: string, right: string): string {
  return `${left.padEnd(46)}${right}\n`;
}

function pair(label: string, sent: number, received: number): string {
  return columns(`${label}: ${sent}`, `${label}: ${received}`);
}

function traffic({ sent, received }: Traffic): string {
  return [
    columns('Transmit Statistics:', 'Receive Statistics:'),
    columns('--------------------', '-------------------'),
    pair('Packets', Math.ceil(sent / packet), Math.ceil(received / packet)),
    pair('Bytes', sent, received),
    columns('Transmit Errors: 0', 'Receive Errors: 0'),
    columns('Bad Packets: 0', 'Bad Packets: 0'),
  ].join('');
}

/** @param elapsed seconds since the counters began */
export function formatVasi(device: string, elapsed: number, counters: Traffic): string {
  const days = Math.floor(elapsed / 86_400);
  const hours = Math.floor((elapsed % 86_400) / 3600);
  const minutes = Math.floor((elapsed % 3600) / 60);
  return `VASI STATISTICS (${device}) :
Device Type: Virtual Asynchronous Services Interface (VASI)
Elapsed Time: ${days} days ${hours} hours ${minutes} minutes ${elapsed % 60} seconds

${traffic(counters)}`;
}

export function formatStream(id: number, counters: Traffic): string {
  return `\nStream ID: ${id}\n\n${traffic(counters)}`;
}
