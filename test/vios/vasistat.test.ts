import { describe, expect, test } from 'vitest';
import { alter, prints, refusal, server } from './typed.ts';

/** b750nl2 is on its way from b750vio2 to b740vio2: 100 MB a second, 1000 MB, begun ten seconds ago. */
function migrating(host = 'b750vio2') {
  const lab = server(host);
  alter(
    lab,
    `INSERT INTO migration (partition, type, phase, source, dest, source_id, source_msp, dest_msp, console, plan, copy,
       started, log, pid, birth)
     SELECT mobile.id, 'active', 'copy', 1, 2, 5, source.id, dest.id, 'bpichmc', '{}',
       json_object('begins', (SELECT value FROM meta WHERE key = 'clock.base') - 5, 'bandwidth', 100,
         'passes', json('[{"mb":1000,"seconds":10}]')), 0, 0, 0, ''
     FROM partition AS mobile, partition AS source, partition AS dest
     WHERE mobile.name = 'b750nl2' AND source.name = 'b750vio2' AND dest.name = 'b740vio2'`,
  );
  alter(lab, 'UPDATE mover SET sent_bytes = 4096, received_bytes = 8192');
  return lab;
}

const counters = (sent: number, received: number) => `
Transmit Statistics:                          Receive Statistics:
--------------------                          -------------------
${`Packets: ${Math.ceil(sent / 4096)}`.padEnd(46)}Packets: ${Math.ceil(received / 4096)}
${`Bytes: ${sent}`.padEnd(46)}Bytes: ${received}
Transmit Errors: 0                            Receive Errors: 0
Bad Packets: 0                                Bad Packets: 0
`;

const head = `VASI STATISTICS (vasi0) :
Device Type: Virtual Asynchronous Services Interface (VASI)
Elapsed Time: 0 days 0 hours 0 minutes 0 seconds
`;

const half = 500 * 1024 * 1024;

describe('vasistat', () => {
  test('what was, and what is on its way', async () => {
    const lab = migrating();
    expect(await prints(lab, 'vasistat vasi0')).toBe(head + counters(4096 + half, 8192));
    expect(await prints(lab, 'vasistat -all vasi0')).toBe(
      `${head}${counters(4096 + half, 8192)}\nStream ID: 5\n${counters(half, 0)}`,
    );
    expect(await prints(lab, 'vasistat -stream 5 vasi0')).toBe(head + counters(half, 0));
    expect(await prints(migrating('b740vio2'), 'vasistat vasi0')).toBe(head + counters(4096, 8192 + half));
    expect(await prints(migrating('b750vio1'), 'vasistat -all vasi0')).toBe(head + counters(4096, 8192));
  });

  test('-reset counts from here on', async () => {
    const lab = migrating();
    expect(await prints(lab, 'vasistat -reset vasi0')).toBe('');
    expect(await prints(lab, 'vasistat vasi0')).toBe(head + counters(0, 0));
    alter(lab, "UPDATE meta SET value = value + 93785 WHERE key = 'clock.base'");
    expect(await prints(lab, 'vasistat vasi0')).toBe(
      head.replace('0 days 0 hours 0 minutes 0', '1 days 2 hours 3 minutes 5') + counters(half, 0),
    );
  });

  test.each([
    ['vasi9', 10, 'There is no device vasi9 on this Virtual I/O Server.\n'],
    ['vhost0', 1, 'The device vhost0 is not a VASI.\n'],
    ['-stream 6 vasi0', 1, 'The device vasi0 has no stream 6.\n'],
  ])('vasistat %s', async (line, status, stderr) => {
    expect(await refusal(server(), `vasistat ${line}`)).toEqual({ status, stderr });
  });

  test.each(['', '-all -reset vasi0', '-interval 5 vasi0', '-debug vasi0'])(
    'vasistat %s: usage',
    async (line) => {
      expect((await refusal(server(), `vasistat ${line}`)).stderr).toContain('Usage: vasistat');
    },
  );
});
