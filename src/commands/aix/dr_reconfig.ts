import type { Arguments } from '../../cli/arguments.ts';
import type { Command, Context } from '../../cli/context.ts';
import { type CommandSpec, flag, valued } from '../../cli/spec.ts';
import { dlparProgramMessages as messages } from '../../messages/dlpar-programs.ts';
import { misuse } from '../../messages/failure.ts';
import { answerEvent, currentPhase, phaseFacts } from '../../model/dlpar/program-answers.ts';

const spec: CommandSpec = {
  name: 'dr_reconfig',
  platform: 'aix',
  purpose: 'tells a program of the reconfiguration it was sent SIGRECONFIG for, and takes its answer',
  synopsis: ['dr_reconfig -q [ -d | -f ] [ -g Phase ]', 'dr_reconfig { -d | -f } [ -g Phase ]'],
  evidence: 'ours',
  options: [
    flag('d', 'Done: the program has done what it had to do (DR_RECONFIG_DONE).', 'document'),
    flag('f', 'Refuses the reconfiguration, in its check phase only (DR_EVENT_FAIL).', 'document'),
    valued('g', 'Phase', 'Answers only if this is still the phase; a phase_gen that -q printed.', 'ours'),
    flag('q', 'Prints the phase that programs are told of now (DR_QUERY).', 'document'),
  ],
  operands: { name: 'Operand', minimum: 0, maximum: 0 },
  exclusive: [['d', 'f']],
  user: 'any',
  statuses: {
    0: 'The event was printed, or the answer was taken.',
    3: 'No reconfiguration is in progress (ENXIO).',
    4: 'The caller was not sent the signal in this phase, and nobody above it was (EPERM).',
    5: 'It is too late to refuse (EINPROGRESS).',
    6: 'The phase of the -g flag is over (ESTALE).',
  },
};

async function run(args: Arguments, context: Context): Promise<number> {
  const { lab, place, inside, stdout } = context;
  const answer = args.has('d') ? 'done' : args.has('f') ? 'fail' : undefined;
  const generation = generationOf(args.value('g'));
  if (answer === undefined && !args.has('q')) throw misuse(messages.noFlag, {});
  if (answer === undefined && generation !== undefined) throw misuse(messages.generationAlone, {});
  const phase = currentPhase(lab, place);
  if (answer !== undefined) {
    const pid = await context.callerPid();
    await answerEvent(lab, { place, inside, pid, generation }, answer);
  }
  if (args.has('q')) {
    for (const [name, value] of phaseFacts(phase)) stdout.write(`${name}=${value}\n`);
  }
  return 0;
}

function generationOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(value)) throw misuse(messages.badGeneration, { value });
  return Number(value);
}

export const command: Command = { spec, run };
