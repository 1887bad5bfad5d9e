import type { Arguments } from '../../../cli/arguments.ts';
import type { Context } from '../../../cli/context.ts';
import { failure } from '../../../messages/failure.ts';
import { mobilityMessages as messages } from '../../../messages/mobility.ts';
import { type Audience, drive } from '../../../model/mobility/drive.ts';
import { seconds } from '../../../model/mobility/durations.ts';
import { Escort } from '../../../model/mobility/escort.ts';
import { collectFacts, type Move } from '../../../model/mobility/facts.ts';
import type { Outcome } from '../../../model/mobility/journey.ts';
import { type Insistence, type MoveRequest, plainRequest } from '../../../model/mobility/request.ts';
import { validateMove } from '../../../model/mobility/validate.ts';
import type { Partition } from '../../../state/frames/partitions.ts';
import type { ManagedHere } from '../../../state/frames/systems.ts';
import { requireSystem } from '../objects.ts';
import { readMoveData } from './data.ts';
import { namedPartitions } from './partitions.ts';
import { type Detail, printFindings, printTold } from './print.ts';
import { remoteOf } from './remote.ts';

/** `-o v`: looks, and changes nothing. */
export async function validate(args: Arguments, context: Context): Promise<number> {
  const { moves, request, detail } = readRequest(args, context);
  await context.lab.pass(seconds.validate, context.signal);
  const audience = audienceOf(args, context, request, detail);
  const objections = await askAll(context, moves, request, audience);
  const failed = moves.filter((move, index) => {
    const { findings, plan } = context.lab.view(() =>
      validateMove(collectFacts(context.lab, move, request, objections[index])),
    );
    printFindings(context, findings, detail, request.several ? move.mobile.name : undefined);
    return plan === undefined;
  });
  return failed.length === 0 ? 0 : 1;
}

/** `-o m`: validates, and migrates what may (documented); it comes back when all have ended. */
export async function migrate(args: Arguments, context: Context): Promise<number> {
  const { moves, request, detail } = readRequest(args, context);
  const outcomes = await drive(context, moves, request, audienceOf(args, context, request, detail));
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
}

/** Operating systems that are asked at the same time. */
const askedAtOnce = 8;

/** Asks the operating systems of partitions, several at the same time. @returns what each has against it */
async function askAll(
  context: Context,
  moves: readonly Move[],
  request: MoveRequest,
  audience: Audience,
): Promise<readonly (readonly string[])[]> {
  const objections: (readonly string[])[] = moves.map(() => []);
  const left = moves.entries();
  const askNext = async () => {
    for (const [index, move] of left) {
      const escort = new Escort(context, move, request, (line) => audience.line(move.mobile.name, line));
      if (!escort.isNeeded) continue;
      objections[index] = await escort.check(false);
      await escort.abandon();
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, askNext));
  return objections;
}

function audienceOf(args: Arguments, context: Context, request: MoveRequest, detail: Detail): Audience {
  return {
    ended: (outcome) => tell(context, outcome, request, detail),
    // Without -d nobody has asked for it.
    line: (partition, text) => {
      if (args.has('d')) context.stdout.write(request.several ? `${partition}: ${text}\n` : `${text}\n`);
    },
  };
}

function tell(
  context: Context,
  { name, findings, reasons }: Outcome,
  request: MoveRequest,
  detail: Detail,
): void {
  const partition = request.several ? name : undefined;
  printFindings(context, findings, detail, partition);
  if (reasons.length > 0) printTold(context, reasons, partition, !detail.none && detail.level > 0);
}

interface Request {
  readonly moves: readonly Move[];
  readonly request: MoveRequest;
  readonly detail: Detail;
}

/** @throws Failure for words and names: before anything else (reference 4.1, steps 1 and 2) */
function readRequest(args: Arguments, context: Context): Request {
  const everything = args.has('-all');
  const source = requireSystem(context.engine, context.host.name, args.value('m') ?? '');
  const partitions = everything ? movable(context, source) : namedPartitions(args, context, source.id);
  if (partitions.length === 0) throw failure(messages.nothingToMove, { system: source.name });
  const several = everything || partitions.length > 1;
  if (several && args.has('n')) throw failure(messages.onePartition, { attribute: '-n' });
  const data = readMoveData(args, context, several);
  const remote = remoteOf(args, context);
  const dest = requireSystem(context.engine, (remote?.console ?? context.host).name, args.value('t') ?? '');
  if (dest.id === source.id) throw failure(messages.sameSystem, { system: source.name });
  const redundantVios = number(args, '-redundantvios');
  const redundantMsps = number(args, '-redundantmsps');
  const npiv = args.value('-npivval');
  const profile = args.value('n');
  const request: MoveRequest = {
    mpio: insistence(args, '-mpio'),
    vlanBridge: insistence(args, '-vlanbridge'),
    vsi: insistence(args, '-vsi'),
    uuid: insistence(args, '-uuid'),
    protectStorage: insistence(args, '-protectstorage'),
    requireRestart: insistence(args, '-requirerr'),
    migrateSriov: insistence(args, '-migsriov'),
    affinity: args.has('-affinity'),
    several,
    everything,
    waitMinutes: Number(args.value('w') ?? plainRequest.waitMinutes),
    detail: Number(args.value('d') ?? plainRequest.detail),
    data,
    ...(redundantVios === undefined ? {} : { redundantVios }),
    ...(redundantMsps === undefined ? {} : { redundantMsps }),
    ...(npiv === 'port' || npiv === 'portdisk' ? { npivValidation: npiv } : {}),
    ...(profile === undefined ? {} : { profile }),
  };
  const console = context.host;
  return {
    moves: partitions.map((mobile) => ({ mobile, source, dest, console, remote })),
    request,
    detail: { verbose: args.has('v'), none: args.has('-nodetails'), level: request.detail },
  };
}

// All AIX, Linux and IBM i partitions (seed 5, page 56).
function movable(context: Context, source: ManagedHere): Partition[] {
  return context.engine.all<Partition>(
    `SELECT * FROM partition WHERE system = ? AND env <> 'vioserver'
       AND id NOT IN (SELECT shell FROM migration WHERE shell IS NOT NULL) ORDER BY lpar_id`,
    source.id,
  );
}

function insistence(args: Arguments, flag: string): Insistence {
  return args.value(flag) === '2' ? 2 : 1;
}

function number(args: Arguments, flag: string): 0 | 1 | 2 | undefined {
  const value = args.value(flag);
  return value === undefined ? undefined : (Number(value) as 0 | 1 | 2);
}
