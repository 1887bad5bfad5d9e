import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { TestLab, temporaryFolder } from '../../support/lab.ts';

type Choose = <Item>(items: readonly Item[]) => Item;

/** A world of two or three frames with one or two VIO servers each and partitions of all kinds, some of them impossible to move. */
export function randomWorld(choose: Choose): { lab: TestLab; frames: string[]; partitions: string[] } {
  const frames = Array.from({ length: choose([2, 2, 3]) }, (_, index) => `frame${index + 1}`);
  const servers = frames.map((_, index) =>
    Array.from({ length: choose([1, 2, 2]) }, (__, number) => `f${index + 1}vio${number + 1}`),
  );
  const every = servers.flat();
  const partitions: { frame: number; name: string; world: Record<string, unknown> }[] = [];
  const luns: Record<string, unknown>[] = [];
  frames.forEach((_, frame) => {
    for (let number = 0; number < choose([1, 2, 3, 4]); number++) {
      const name = `p${frame}${number}`;
      partitions.push({
        frame,
        name,
        world: partition(name, 10 + frame * 10 + number, servers[frame] ?? []),
      });
    }
  });

  function partition(name: string, id: number, own: readonly string[]): Record<string, unknown> {
    const kind = choose(['scsi', 'scsi', 'fc', 'both']);
    const state = choose(['Running', 'Running', 'Running', 'Not Activated']);
    const paths = choose([own, own, own.slice(0, 1)]);
    const wide = choose([true, true, true, false]);
    if (kind !== 'fc')
      luns.push({ name: `${name}_disk`, storage: 'ds', size_mb: 10_240, visible_to: wide ? every : own });
    if (kind !== 'scsi')
      luns.push({
        name: `${name}_npiv`,
        storage: 'ds',
        size_mb: 10_240,
        visible_to: paths.map((__, index) => `${name}/${5 + index}`),
      });
    return {
      name,
      id,
      state,
      ...(state === 'Running' ? {} : choose([{}, { never_activated: true }])),
      os: choose(['AIX 7.1 7100-02-02-1316', 'AIX 6.1 6100-08-02-1316', 'Linux/SuSE 3.0.76-0.11-ppc64 11']),
      ip: `10.9.${id}.1`,
      memory: choose([1024, 2048, 8192]),
      processors: choose([{ units: 0.5, procs: 2 }, { units: 1, procs: 1 }, { dedicated: 1 }]),
      eth: [{ slot: 2, vlan: choose([1, 1, 10, 20]) }],
      ...(kind === 'fc'
        ? {}
        : { scsi: paths.map((partner, index) => ({ slot: 3 + index, partner, disks: [`${name}_disk`] })) }),
      ...(kind === 'scsi'
        ? {}
        : { fc: paths.map((partner, index) => ({ slot: 5 + index, partner, port: 'fcs0' })) }),
      ...choose([{}, {}, {}, {}, { migration_disabled: true }, { work_group: 1 }, { rmc: 'inactive' }]),
    };
  }

  const server = (frame: number, number: number, name: string) => ({
    name,
    id: number + 1,
    env: 'vioserver',
    os: choose(['VIOS 2.2.3.3', 'VIOS 2.2.4.10']),
    ip: `10.8.${frame}.${number + 1}`,
    msp: true,
    memory: 2048,
    eth: [{ slot: 2, vlan: 1, vlans: [10, 20], trunk: number + 1 }],
    vios: {
      ethernets: [{ name: 'ent0', mbps: choose([1000, 10_000]) }],
      seas: [{ name: 'ent5', backing: 'ent0', trunks: [2], ha_mode: 'auto' }],
      ports: [{ name: 'fcs0', wwpn: `10000000c9a7${frame}${number}00` }],
      disks: [
        { name: 'hdisk0', size_mb: 70_000, volume_group: 'rootvg' },
        ...luns
          .filter(({ visible_to }) => (visible_to as string[]).includes(name))
          .map((lun, index) => ({ name: `hdisk${index + 1}`, lun: lun.name, reserve_policy: 'no_reserve' })),
      ],
    },
  });

  // Disks behind client adapters are named as their server names them.
  const named = (frame: number, world: Record<string, unknown>, systems: ReturnType<typeof server>[]) => ({
    ...world,
    ...(Array.isArray(world.scsi)
      ? {
          scsi: (world.scsi as { partner: string; disks: string[] }[]).map((adapter) => ({
            ...adapter,
            disks: adapter.disks.map(
              (lun) =>
                systems
                  .find(({ name }) => name === adapter.partner)
                  ?.vios.disks.find((disk) => 'lun' in disk && disk.lun === lun)?.name ?? `frame ${frame}`,
            ),
          })),
        }
      : {}),
  });

  const text = {
    world: 'random',
    description: 'Made by a test.',
    start: '2014-03-03 09:00:00',
    seed: choose([1, 2, 3, 4, 5]),
    defaults: { hmc: 'hmc1' },
    hosts: [{ name: 'hmc1', platform: 'hmc', level: 'V7R7.9' }],
    san: { storage: [{ name: 'ds', ports: ['500507630a03c1d2'] }], luns },
    systems: frames.map((name, frame) => {
      const own = (servers[frame] ?? []).map((each, number) => server(frame, number, each));
      return {
        name,
        type_model: '8233-E8B',
        serial: `06934${frame}P`,
        generation: 'POWER7',
        firmware: choose(['AL730_095', 'AL740_100']),
        ipaddr: `10.7.0.${frame + 1}`,
        consoles: ['hmc1'],
        memory: { installed_mb: choose([32_768, 65_536]), firmware_mb: 1024, region_mb: 256 },
        processors: { installed: choose([8, 16]) },
        partitions: [
          ...own,
          ...partitions.filter((each) => each.frame === frame).map(({ world }) => named(frame, world, own)),
        ],
      };
    }),
  };
  const path = join(temporaryFolder(), 'random.yaml');
  writeFileSync(path, stringify(text));
  return { lab: new TestLab(path), frames, partitions: partitions.map(({ name }) => name) };
}
