import { dlparProgramMessages as messages } from '../../messages/dlpar-programs.ts';
import { failure } from '../../messages/failure.ts';
import type { Lab } from '../../state/lab.ts';
import {
  answerProgram,
  type ProgramAnswer,
  type ProgramPhase,
  programPhaseOn,
  type ToldProgram,
  toldPrograms,
} from '../../state/program-phases.ts';
import type { Inside, RealProcess } from '../inside.ts';
import type { Place } from '../place.ts';
import type { DlparEvent, Progress } from './event.ts';

/** A phase as programs call it: what is undone for scripts is `posterror` here (dr_info_t). */
export const programPhases = { check: 'check', pre: 'pre', post: 'post', undo: 'posterror' } as const;

/** The event that programs of a place are told of now. @throws Failure: ENXIO */
export function currentPhase({ engine, machine }: Lab, { host }: Place): ProgramPhase {
  const found = programPhaseOn(engine, host.name);
  if (!found || !machine.alive(found)) throw failure(messages.noEvent, {});
  return found;
}

/** Bytes of a frame, and of a MB. */
const frameBytes = 4096;
const megabyte = 1024 * 1024;

/**
 * What dr_reconfig says of an event, by the names of dr_info_t as far as it has them. Seed 4 has those of processors and
 * memory for kernel extensions, programs that use the call have the others.
 */
export function phaseFacts(row: ProgramPhase): [string, number | string][] {
  const event = JSON.parse(row.event) as DlparEvent;
  const actions = { acquire: 'add', release: 'remove', migrate: 'migrate', hibernate: 'hibernate' } as const;
  return [
    ['phase_gen', row.generation],
    ['phase', programPhases[row.phase]],
    ['action', actions[event.action]],
    ['resource', event.resource],
    ['force', row.force],
    ...factsOf(event, JSON.parse(row.frames) as Progress['frames']),
  ];
}

function factsOf(event: DlparEvent, frames: Progress['frames']): [string, number][] {
  switch (event.resource) {
    case 'cpu': {
      const [first] = event.processors;
      return [
        ['lcpu', first?.logical ?? 0],
        ['bcpu', first?.bind ?? 0],
      ];
    }
    case 'mem':
      return [
        ['req_memsz_change', event.megabytes * megabyte],
        ['sys_memsz', frames.total * frameBytes],
        ['sys_free_frames', frames.free],
        ['sys_pinnable_frames', frames.pinnable],
        ['sys_total_frames', frames.total],
      ];
    case 'capacity':
      return [
        ['capacity', event.capacity],
        ['delta_cap', event.delta],
      ];
    case 'var_weight':
      return [
        ['capacity', event.weight],
        ['delta_cap', event.delta],
      ];
    default:
      return [];
  }
}

/** Who answers, and in which phase it thinks it is. */
export interface Answering {
  readonly place: Place;
  readonly inside: Pick<Inside, 'processes'>;
  /** Its number there; undefined: not known. */
  readonly pid: number | undefined;
  readonly generation: number | undefined;
}

/**
 * Notes the answer of a program that was sent the signal; a child of it may give it, too.
 * @throws Failure: ENXIO, EPERM, EINPROGRESS, ESTALE
 */
export async function answerEvent(lab: Lab, answering: Answering, answer: ProgramAnswer): Promise<void> {
  const { place, inside, pid, generation } = answering;
  const processes = pid === undefined ? [] : await inside.processes(place);
  const line = lineOf(processes, pid);
  lab.update((change) => {
    const phase = currentPhase(lab, place);
    if (generation !== undefined && generation !== phase.generation) {
      throw failure(messages.phaseOver, { generation });
    }
    const told = toldPrograms(lab.engine, phase.partition);
    const program = speaksFor(told, line, place.wpar?.id ?? 0);
    if (!program) throw failure(messages.notTold, {});
    if (answer === 'fail' && phase.phase !== 'check') {
      throw failure(messages.tooLate, { phase: programPhases[phase.phase] });
    }
    answerProgram(change, phase.partition, program, answer);
  });
}

/** A process and those above it, the nearest first. */
function lineOf(processes: readonly RealProcess[], pid: number | undefined): RealProcess[] {
  const byPid = new Map(processes.map((each) => [each.pid, each]));
  const line: RealProcess[] = [];
  for (let at = byPid.get(pid ?? 0); at && !line.includes(at); at = byPid.get(at.parent)) line.push(at);
  return line;
}

// What a user started from a program of root does not speak for it.
function speaksFor(
  told: readonly ToldProgram[],
  line: readonly RealProcess[],
  wpar: number,
): ToldProgram | undefined {
  const [caller] = line;
  if (!caller) return undefined;
  for (const { pid, born } of line) {
    const program = told.find((each) => each.wpar === wpar && each.pid === pid && each.born === born);
    if (program) return caller.user === 0 || caller.user === program.user ? program : undefined;
  }
  return undefined;
}
