import { type Fault, listFaults } from '../../../../state/faults.ts';
import { subcommand } from '../subcommand.ts';
import { withLab } from '../with-lab.ts';

/** `parlab fault list`. */
export const list = subcommand({
  synopsis: 'list',
  summary: 'Lists the rules',
  declare: (parser) => parser,
  run: (_words, place) =>
    withLab(place, (lab) => {
      const data = listFaults(lab.engine);
      return {
        data,
        text: (form) =>
          data.length === 0
            ? 'There are no fault rules.\n'
            : form.table(['Rule', 'Operation', 'On', 'At', 'As', 'When', 'Detail'], data.map(rowOf)),
      };
    }),
});

function rowOf(rule: Fault): string[] {
  const { id, operation, object, at, percent, kind, detail } = rule;
  const place = percent === null ? at : `${at} ${percent}%`;
  return [String(id), operation, object ?? '(any)', place, kind, whenOf(rule), detail];
}

function whenOf({ nth, times, probability }: Fault): string {
  const parts = [
    ...(nth > 1 ? [`from time ${nth} on`] : []),
    ...(times === null ? [] : [times === 1 ? 'once' : `${times} times`]),
    ...(probability < 100 ? [`${probability}%`] : []),
  ];
  return parts.length === 0 ? 'always' : parts.join(', ');
}
