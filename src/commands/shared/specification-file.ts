import type { Arguments } from '../../cli/arguments.ts';
import type { Context } from '../../cli/context.ts';
import { formatSpecification } from '../../format/specification.ts';
import { describeWpar } from '../../model/wpar/describe.ts';
import type { Plan } from '../../model/wpar/settings.ts';
import type { Specification, Stanza } from '../../model/wpar/specification.ts';

/** What a WPAR is called that has no name: with -w none is needed (mkwpar page: `mkwpar -o /tmp/specfile3 -w`). */
export const nameless = '_';

/** A specification that can be planned: the file that is written has no name if none was given. */
export function withName(asked: Specification): Specification {
  return asked.general.name === undefined
    ? { ...asked, general: { ...asked.general, name: nameless } }
    : asked;
}

/** The file "reflects the settings being used", generated values included; without -o nothing is written. */
export function writeSpecification(plan: Plan, args: Arguments, context: Context): void {
  const path = args.value('o');
  if (path === undefined) return;
  const described = describeWpar({ ...plan.wpar, uuid: plan.uuid ?? '' }, plan.objects);
  const text = formatSpecification(plan.wpar.name === nameless ? withoutName(described) : described);
  context.files('caller').write(path, text);
}

function withoutName(described: Specification): Specification {
  const derived: Stanza = { name: nameless, hostname: nameless, directory: `/wpars/${nameless}` };
  const general = Object.entries(described.general).filter(
    ([attribute, value]) => derived[attribute] !== value,
  );
  return { ...described, general: Object.fromEntries(general) };
}
