import { fillIn, type Message, type Values } from '../../../messages/define.ts';
import { storageMessages as messages } from '../../../messages/mobility/storage.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import { type Check, everyType, type Found, found } from '../check.ts';
import type { Facts } from '../facts.ts';
import type { AskedProblem } from '../mapping/asked.ts';
import type { Refusal } from '../mapping/candidates.ts';
import type { SourceAdapter, SourceFault } from '../mapping/source.ts';
import { adapterLocation, faultLine, locationText, refusalText } from '../mapping/text.ts';
import { type AdapterMapping, mapAdapters } from '../mapping.ts';

const shared = { group: 'mapping', types: everyType, severity: 'E' } as const;

// Which check tells that an adapter has no host: the surest of the reasons that its servers have.
type Blame = 'V01' | 'V03' | 'V04' | 'V05';

function blame({ source, refused }: AdapterMapping): Blame {
  const has = (kind: Refusal['kind']) => refused.some(({ why }) => why.kind === kind);
  if (source.kind === 'fc') return has('masking') ? 'V05' : 'V04';
  return has('reserved') ? 'V03' : 'V01';
}

function homeless(facts: Facts, check: Blame): Found[] {
  const { adapters, crowdedOut } = mapAdapters(facts);
  const without = adapters.filter(
    (each) => each.source.fault === undefined && each.candidates.length === 0 && blame(each) === check,
  );
  const crowded = adapters.filter(
    ({ source }) => crowdedOut.includes(source.slot) && check === (source.kind === 'fc' ? 'V04' : 'V01'),
  );
  return [
    ...without.map(({ source, refused }) =>
      found(
        messageFor(source),
        { slot: source.slot },
        refused.map((each) => refusalText(facts, source, each)),
      ),
    ),
    ...crowded.map(({ source }) =>
      found(messageFor(source), { slot: source.slot }, [messages.crowdedOut.text]),
    ),
  ];
}

function messageFor({ kind }: SourceAdapter): typeof messages.noFcHost | typeof messages.noScsiHost {
  return kind === 'fc' ? messages.noFcHost : messages.noScsiHost;
}

interface Faulty {
  readonly source: SourceAdapter;
  readonly server: Partition;
  readonly fault: SourceFault;
}

function faulty(facts: Facts, ...kinds: readonly SourceFault['kind'][]): Faulty[] {
  return mapAdapters(facts).adapters.flatMap(({ source }) => {
    const { server, fault } = source;
    return server && fault && kinds.includes(fault.kind) ? [{ source, server, fault }] : [];
  });
}

function unlocated(facts: Facts, { source, server, fault }: Faulty): Found {
  return found(
    messages.noLocation,
    { location: adapterLocation(facts, server, source.serverSlot), vios: server.name },
    [locationText(facts, server, source.serverSlot, faultLine(fault, server.name))],
  );
}

function serverless(facts: Facts): Found[] {
  return mapAdapters(facts).adapters.flatMap(({ source: { fault, slot } }) =>
    fault?.kind === 'no server' ? [found(messages.noServer, { slot })] : [],
  );
}

/** Server adapters of the mobile partition. */
function serverAdapters(facts: Facts, which: (source: SourceAdapter) => boolean) {
  return mapAdapters(facts)
    .adapters.filter(({ source }) => which(source))
    .flatMap(({ source: { server, serverSlot } }) =>
      server ? [{ vios: server.name, slot: serverSlot }] : [],
    );
}

function lostPaths(facts: Facts): Found[] {
  const { losses } = mapAdapters(facts);
  if (losses.length === 0) return [];
  const lines = losses.map((loss) => {
    const slots = loss.slots.join(', ');
    if (loss.kind === 'parted') return fillIn(messages.parted.text, { slots });
    const vios = facts.destServers.find(({ id }) => id === loss.server)?.name ?? '';
    return fillIn(messages.met.text, { slots, vios });
  });
  return [found(messages.multipath, undefined, lines)];
}

function badMappings(facts: Facts): Found[] {
  const { adapters, problems } = mapAdapters(facts);
  return problems.map((problem) => {
    const adapter = adapters.find(({ source }) => source.slot === problem.asked.slot);
    const details = adapter && problem.refused ? [refusalText(facts, adapter.source, problem.refused)] : [];
    return found(messages.badMapping, { slot: problem.asked.slot, why: whyBad(facts, problem) }, details);
  });
}

function whyBad(facts: Facts, { asked, why }: AskedProblem): string {
  const vios =
    facts.destServers.find(({ name, lpar_id }) => name === asked.vios.name || lpar_id === asked.vios.id)
      ?.name ?? '';
  const say = <Text extends string>(message: Message<Text>, values: Values<Text>) =>
    fillIn(message.text, values ?? {});
  const slot = asked.viosSlot ?? 0;
  const port = asked.port ?? '';
  switch (why) {
    case 'no adapter':
      return say(messages.noAdapter, { slot: asked.slot });
    case 'twice':
      return say(messages.mappedTwice, {});
    case 'no server':
      return say(messages.unknownVios, {});
    case 'slot outside':
      return say(messages.slotOutside, { slot, vios });
    case 'slot taken':
      return say(messages.slotTaken, { slot, vios });
    case 'no port':
      return say(messages.unknownPort, { port, vios });
    case 'port without NPIV':
      return say(messages.portWithoutNpiv, { port, vios });
    case 'port full':
      return say(messages.portFull, { port, vios });
    case 'cannot host':
      return say(messages.cannotHost, { vios });
  }
}

/** Storage: rows V01 to V08 and V14 of the reference's table. */
export const storageChecks: readonly Check[] = [
  {
    ...shared,
    id: 'V01',
    reads: 'A VIO server of the destination can host each virtual SCSI adapter',
    message: messages.noScsiHost,
    find: (facts) => homeless(facts, 'V01'),
  },
  {
    ...shared,
    id: 'V02',
    reads: 'Virtual SCSI disks are whole disks of the SAN: no logical volumes, files or internal disks',
    message: messages.noScsiHost,
    find: (facts) =>
      faulty(facts, 'file', 'internal', 'volume').map(({ source: { slot }, server, fault }) =>
        found(messages.noScsiHost, { slot }, [faultLine(fault, server.name)]),
      ),
  },
  {
    ...shared,
    id: 'V03',
    reads: 'Disks have reserve_policy=no_reserve on both sides',
    message: messages.noScsiHost,
    find: (facts) => [
      ...faulty(facts, 'reserved').map((each) => unlocated(facts, each)),
      ...homeless(facts, 'V03'),
    ],
  },
  {
    ...shared,
    id: 'V04',
    reads:
      'A VIO server of the destination has a port for each virtual Fibre Channel adapter, whose second WWPN is zoned as the first',
    message: messages.noFcHost,
    find: (facts) => homeless(facts, 'V04'),
  },
  {
    ...shared,
    id: 'V05',
    reads: 'Both WWPNs of a virtual Fibre Channel adapter see the same LUNs (not with --npivval port)',
    message: messages.noFcHost,
    find: (facts) => homeless(facts, 'V05'),
  },
  {
    ...shared,
    id: 'V06',
    reads: 'The layout of multiple paths can be kept',
    override: { flag: '--mpio', given: ({ mpio }) => mpio === 2 },
    message: messages.multipath,
    find: lostPaths,
  },
  {
    ...shared,
    id: 'V07',
    reads: 'The VIO servers of the source can describe each device',
    message: messages.noServer,
    find: (facts) => [
      ...serverless(facts),
      ...faulty(facts, 'undescribed').map((each) => unlocated(facts, each)),
    ],
  },
  {
    ...shared,
    id: 'V08',
    reads: 'Server adapters of the partition are not marked as required',
    message: messages.requiredAdapter,
    find: (facts) =>
      serverAdapters(facts, ({ required }) => required).map((each) => found(messages.requiredAdapter, each)),
  },
  {
    ...shared,
    id: 'V08',
    severity: 'W',
    reads: 'Server adapters of the partition are not for any client',
    message: messages.anyClient,
    find: (facts) =>
      serverAdapters(facts, ({ anyClient }) => anyClient).map((each) => found(messages.anyClient, each)),
  },
  {
    ...shared,
    id: 'V14',
    reads: 'Mappings that the user gives can be done',
    message: messages.badMapping,
    find: badMappings,
  },
];
