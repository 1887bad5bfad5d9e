import { describe, expect, test } from 'vitest';
import { formatMappingLines, formatMappings, npivLayout } from '../../src/format/vios/lsmap.ts';
import { golden } from '../support/golden.ts';
import { alter, captured, prints, refusal, server } from './typed.ts';

/** What is left of a listing whose runs of blanks a publication has lost. */
const words = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/).join(' '))
    .filter((line) => line !== '');

describe('captured listings come out of the same mappings', () => {
  test.each(['collect1', 'collect2'])('%s: three adapters of an old server', async (host) => {
    expect(await prints(captured(host), 'lsmap -all')).toBe(golden(`lsmap/${host}`, 'vios'));
  });

  test('an old server says Mirrored only of a disk whose place it knows', async () => {
    const lab = captured('nixys520');
    // The publication has lost one line.
    const all = await prints(lab, 'lsmap -vadapter vhost2');
    expect(all.replace(/(vtscsi1\n)Status +Available\n/, '$1')).toBe(golden('lsmap/vhost2-all', 'vios'));
    await prints(lab, 'rmvdev -vtd vtscsi0');
    await prints(lab, 'rmvdev -vtd vtscsi1');
    expect(await prints(lab, 'lsmap -all')).toBe(golden('lsmap/vhost2', 'vios'));
  });

  test('an adapter without targets', async () => {
    const text = await prints(captured('empty520'), 'lsmap -vadapter vhost0');
    expect(words(text).map((line) => line.replace('VTD NO', 'NO'))).toEqual(
      words(golden('lsmap/vhost0-none', 'vios')),
    );
    expect(text).toBe(`SVSA            Physloc                                      Client Partition ID
--------------- -------------------------------------------- ------------------
vhost0          U9131.52A.10E47DG-V3-C31                     0x00000000

VTD                   NO VIRTUAL TARGET DEVICE FOUND

`);
  });

  test('a disk without a place: a blank with -fmt, nothing with -fmt2', async () => {
    const words = 'lsmap -vadapter vhost0 -field vtd bdphysloc';
    expect(await prints(captured('collect1'), `${words} -fmt :`)).toBe(
      'c5_vtscsi1: :c5_vtscsi2: :c5_vtscsi3: \n',
    );
    expect(await prints(captured('collect1'), `${words} -fmt2 :`)).toBe(
      'c5_vtscsi1::c5_vtscsi2::c5_vtscsi3:\n',
    );
  });

  test('logged in, then unmapped', async () => {
    const lab = captured('wissam');
    const dashes = /^.*—.*$/m;
    const ruler = '------------- ---------------------------------- ------ -------------- -------';
    expect(await prints(lab, 'lsmap -all -npiv')).toBe(
      golden('lsmap/npiv-logged-in', 'vios').replace(dashes, ruler).replace('    VFC', 'VFC'),
    );
    expect(await prints(lab, 'vfcmap -vadapter vfchost4 -fcp')).toBe('vfchost4 changed\n');
    expect(await prints(lab, 'lsmap -vadapter vfchost4 -npiv')).toBe(
      golden('lsmap/npiv-unmapped', 'vios').replace(dashes, ruler),
    );
  });

  test('the client is down', async () => {
    expect(await prints(captured('sms'), 'lsmap -all -npiv')).toBe(golden('lsmap/npiv-down', 'vios'));
    const masked = (await prints(captured('masked'), 'lsmap -all -npiv')).replaceAll('1234567', '#######');
    expect(masked).toBe(golden('lsmap/npiv-down-masked', 'vios'));
  });

  test('two adapters of one client; before 2.2 its places have -T1', async () => {
    const blocks = golden('lsmap/npiv-all', 'vios').split(/\n(?=Name )/);
    expect(await prints(captured('aunpiv'), 'lsmap -all -npiv')).toBe(blocks.slice(2).join('\n'));
  });

  // A partition has one number: this listing can come from none.
  test('the whole listing from its values', () => {
    const mapping = (
      name: string,
      slot: number,
      [id, client]: [number, string],
      fc: [string, string],
      of: string,
      drc: string,
    ) => ({
      adapter: {
        name,
        physloc: `U8233.E8B.XXXXXXX-V1-C${slot}`,
        clntid: String(id),
        clntname: client,
        clntos: 'AIX',
      },
      offered: [
        {
          status: 'LOGGED_IN',
          fc: fc[0],
          fcphysloc: fc[1],
          ports: '5',
          flags: 'a',
          flagnames: 'LOGGED_IN,STRIP_MERGE',
          vfcclient: of,
          vfcclientdrc: `U8233.E8B.XXXXXXX-${drc}-T1`,
        },
      ],
    });
    const text = formatMappings(npivLayout, [
      mapping('vfchost0', 66, [4, 'LPAR4'], ['fcs0', 'U78A0.001.XXXXXXX-P1-C3-T1'], 'fcs0', 'V6-C30'),
      mapping('vfchost1', 67, [4, 'LPAR4'], ['fcs1', 'U78A0.001.XXXXXXX-P1-C3-T2'], 'fcs1', 'V6-C31'),
      mapping('vfchost3', 30, [3, 'nim1'], ['fcs2', 'U5877.001.XXXXXXX-P1-C1-T1'], 'fcs0', 'V3-C30'),
      mapping('vfchost4', 31, [3, 'nim1'], ['fcs3', 'U5877.001.XXXXXXX-P1-C1-T2'], 'fcs1', 'V3-C31'),
    ]);
    expect(text).toBe(golden('lsmap/npiv-all', 'vios'));
  });

  test('a client whose host declares fcs0 calls its virtual adapters fcs1 and fcs2, as its lsdev does', async () => {
    const lab = server('b750vio1');
    const clients = async () =>
      (await prints(lab, 'lsmap -all -npiv -field vfcclient vfcclientdrc -fmt :'))
        .split('\n')
        .filter((line) => line.includes('-V5-'));
    expect(await clients()).toEqual(['fcs0:U8233.E8B.069348P-V5-C37']);
    // The host of another partition, which declares an fcs0, runs there now.
    const host = 'l488pp008';
    alter(lab, 'UPDATE partition SET host = NULL WHERE host = ?', host);
    alter(lab, "UPDATE partition SET host = ? WHERE name = 'b750nl2'", host);
    expect(await clients()).toEqual(['fcs1:U8233.E8B.069348P-V5-C37']);
    lab.host = host;
    const listed = await prints(lab, 'lsdev -c adapter -F name,physloc');
    expect(listed.split('\n').filter((line) => line.startsWith('fcs'))).toEqual([
      'fcs0,',
      'fcs1,U8233.E8B.069348P-V5-C37-T1',
      'fcs2,U8233.E8B.069348P-V5-C47-T1',
    ]);
  });

  test('-fmt of virtual Fibre Channel', async () => {
    const text = await prints(captured('sekra'), 'lsmap -npiv -all -fmt :');
    expect(text.replaceAll('06XXXXX', '06xxxxx')).toBe(golden('lsmap/npiv-fmt', 'vios'));
  });

  // An adapter in slot 1, and client adapters that two servers share, cannot be: these lines come from their values.
  test.each([1, 2])('-fmt of collector %i from its values', (number) => {
    const clients = [
      [5, 'nim1', 5, 6],
      [6, 'lapr_4', 6, 7],
      [7, 'lpar_5', 7, 8],
    ] as const;
    const mappings = clients.flatMap(([id, name, ...slots], place) =>
      slots.map((slot, port) => ({
        adapter: {
          name: `vfchost${2 * place + port}`,
          physloc: `U9117.MMB.xxxxxxx-V${number}-C${2 * place + port + 1}`,
          clntid: String(id),
          clntname: name,
          clntos: 'AIX',
        },
        offered: [
          {
            status: 'LOGGED_IN',
            fc: `fcs${port}`,
            fcphysloc: `U78C0.001.DBJN321-P2-C5-T${port + 1}`,
            ports: port === 0 ? '5' : '3',
            flags: 'a',
            vfcclient: `fcs${port}`,
            vfcclientdrc: `U9117.MMB.06xxxxx-V${id}-C${slot}`,
          },
        ],
      })),
    );
    expect(formatMappingLines(npivLayout, mappings, { delimiter: ':', empty: ' ' })).toBe(
      golden(`lsmap/collect${number}-npiv`, 'vios'),
    );
  });

  test('virtual Ethernet', async () => {
    const text = await prints(captured('skills'), 'lsmap -all -net');
    expect(words(text)).toEqual(words(golden('lsmap/net', 'vios')));
    expect(text.split('\n\n').slice(4, 8)).toEqual([
      `SVEA   Physloc
------ --------------------------------------------
ent6   U7998.61X.100113A-V1-C5-T1`,
      'SEA                 NO SHARED ETHERNET ADAPTER FOUND',
      `SVEA   Physloc
------ --------------------------------------------
ent7   U7998.61X.100113A-V1-C6-T1`,
      'SEA                 NO SHARED ETHERNET ADAPTER FOUND\n',
    ]);
    expect(words(await prints(captured('unixwerk'), 'lsmap -all -net'))).toEqual(
      words(golden('lsmap/net-old', 'vios')),
    );
    const ruler = /-{8,}$/;
    const one = words(await prints(captured('toolbox'), 'lsmap -vadapter ent2 -net'));
    expect(one.map((line) => line.replace(ruler, '--------'))).toEqual(
      words(golden('lsmap/net-one', 'vios')),
    );
  });
});

describe('lsmap', () => {
  test.each([
    [
      '-vadapter vhost3 -field svsa physloc clientid vtd status lun backing mirrored -fmt :',
      'vhost3:U8233.E8B.069348P-V2-C57:0x00000005:vtscsi1:Available:0x8100000000000000:hdisk2:false:vtscsi2:Available:0x8200000000000000:hdisk3:false\n',
    ],
    [
      '-vadapter vhost3 -field svsa physloc clientid vtd status lun backing mirrored -fmt2 ,',
      'vhost3,U8233.E8B.069348P-V2-C57,0x00000005,vtscsi1,Available,0x8100000000000000,hdisk2,false,vtscsi2,Available,0x8200000000000000,hdisk3,false\n',
    ],
    ['-plc U8233.E8B.069348P-V2-C57 -field svsa backing -fmt :', 'vhost3:hdisk2:hdisk3\n'],
    ['-all -cpid 6 -dec -field clientid svsa -fmt :', '6:vhost1\n'],
    ['-all -cpid 99 -fmt :', ''],
    ['-all -type lv', ''],
    ['-all -type disk lv -field vtd -fmt :', 'vtscsi0\nvtscsi3\nvtscsi4\nvtscsi1:vtscsi2\n'],
    [
      '-vadapter vhost0 -dec -field SVSA ClientID VTD',
      'SVSA            Client Partition ID\n--------------- ------------------\nvhost0          3\n\nVTD                   vtscsi0\n\n',
    ],
    [
      '-vadapter ent4 -net -fmt :',
      'ent4:U8233.E8B.069348P-V2-C2-T1:ent7:ent0:Available:U78A0.001.DNWHZ4R-P1-C4-T1\n',
    ],
    ['-vadapter ent5 -net -fmt :', 'ent5:U8233.E8B.069348P-V2-C3-T1: \n'],
    ['-all -npiv -cpid 5 -field name clntname -fmt2 %', 'vfchost0%b750nl2\n'],
    ['-all -npiv -cpid 6', ''],
    ['-vadapter ent5 -net -field sea -fmt2 :', '\n'],
    ['-ams -all', ''],
  ])('lsmap %s', async (line, stdout) => {
    expect(await prints(server(), `lsmap ${line}`)).toBe(stdout);
  });

  test('a disk of the SAN is where lsdev says that it is, and can be named by that', async () => {
    const lab = server();
    const place = 'U78A0.001.DNWHZ4R-P1-C3-T1-W500507630A03C1D2-L1000000000000';
    expect(await prints(lab, 'lsmap -vadapter vhost3 -field backing bdphysloc -fmt :')).toContain(
      `hdisk2:${place}:`,
    );
    expect(await prints(lab, 'lsdev -dev hdisk2 -field physloc -fmt :')).toBe(`${place}\n`);
    expect(await prints(lab, `mkvdev -f -dplc ${place} -vadapter vhost0`)).toBe('vtscsi5 Available\n');
  });

  test('nobody is logged in without a zone, without NPIV at the switch, or while the port is Defined', async () => {
    for (const sql of [
      'DELETE FROM zone',
      'UPDATE vios_port SET fabric = 0',
      "UPDATE vios_port SET status = 'Defined'",
      "UPDATE partition SET state = 'Not Activated' WHERE name = 'b750nl2'",
    ]) {
      const lab = server();
      alter(lab, sql);
      expect(await prints(lab, 'lsmap -all -npiv -field clntid clntname status ports flags -fmt :')).toBe(
        '5: :NOT_LOGGED_IN:0:4\n',
      );
    }
  });

  test('paging devices of shared memory', async () => {
    const lab = server();
    alter(
      lab,
      `INSERT INTO paging_device SELECT system, 'memory', id, 'hdisk9', 4096,
         (SELECT id FROM partition WHERE name = 'b750aix1') FROM partition WHERE name = 'b750vio2'`,
    );
    const line = await prints(lab, 'lsmap -ams -all -fmt :');
    expect(line).toMatch(/^vrmpage0:0x2000[0-9a-f]{12}:6:active:no:hdisk9:0:vasi0:pager0:vbsd0\n$/);
    expect(await prints(lab, 'lsmap -ams -vtd vrmpage0 -fmt :')).toBe(line);
    expect((await refusal(lab, 'lsmap -ams -vtd vtscsi0')).status).toBe(69);
    expect(await prints(lab, 'lspv -free -field name -fmt :')).toBe('hdisk7\nhdisk8\n');
  });

  test.each([
    ['-vadapter vhost9', 10, 'There is no device vhost9 on this Virtual I/O Server.\n'],
    ['-plc U1', 10, 'There is no device U1 on this Virtual I/O Server.\n'],
    ['-vadapter ent4', 15, 'The device ent4 is not a server virtual SCSI adapter.\n'],
    ['-vadapter ent0 -net', 16, 'The device ent0 is not a server virtual Ethernet adapter.\n'],
    ['-vadapter vhost0 -npiv', 63, 'The device vhost0 is not a server virtual Fibre Channel adapter.\n'],
    [
      '-all -type paper',
      1,
      'The type paper is not valid. Valid types: disk, lv, file, optical, tape, usb_disk, cl_disk.\n',
    ],
    [
      '-all -field nosuch',
      1,
      'The field nosuch is not valid. Valid fields: svsa, physloc, clientid, vtd, status, lun, backing, bdphysloc, mirrored.\n',
    ],
    ['-all -fmt2 ;', 1, 'The delimiter ; is not one of ! @ # % , and :\n'],
    ['-all -cpid 0x5', 1, 'The value 0x5 of the -cpid flag is not a number from 0 to 65535.\n'],
    ["-vadapter 'a\tb'", 10, 'There is no device a?b on this Virtual I/O Server.\n'],
  ])('lsmap %s is refused', async (line, status, stderr) => {
    expect(await refusal(server(), `lsmap ${line}`)).toEqual({ status, stderr });
  });

  test.each([
    ['', 'The -all or -vadapter or -plc or -vtd flag is required.\n'],
    ['-all -nosuch', 'Option flag is not valid.\n'],
    ['-all -vadapter vhost0', 'The -all and -vadapter flags cannot be used together.\n'],
    ['-all -vnic', 'lsmap: The -vnic flag is not supported by parlab: parlab has no virtual NICs.\n'],
    ['-all -suspend', 'lsmap: The -suspend flag is not supported by parlab: what it prints was not found.\n'],
    [
      '-clustername x -all',
      'lsmap: The -clustername flag is not supported by parlab: parlab has no shared storage pools.\n',
    ],
    ['-all -label', "lsmap: The -label flag is not supported by parlab: parlab's ports have no labels.\n"],
  ])('lsmap %s: the usage follows', async (line, first) => {
    const { status, stderr } = await refusal(server(), `lsmap ${line}`);
    expect(status).toBe(1);
    expect(stderr.startsWith(first)).toBe(true);
    expect(stderr).toContain('Usage: lsmap {-vadapter');
  });
});
