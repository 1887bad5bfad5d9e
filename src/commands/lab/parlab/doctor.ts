import { findings } from './doctor/checks.ts';
import { subcommand } from './subcommand.ts';

/** `parlab doctor`: what parlab needs, whether it is there, and what to do. Status 1 if something does not work. */
export const doctor = subcommand({
  synopsis: 'doctor',
  summary: 'Looks whether everything is in order, and says what to do',
  declare: (parser) => parser,
  run(_, place) {
    const found = findings(place);
    const bad = found.some((each) => each.verdict === 'problem');
    return {
      status: bad ? 1 : 0,
      data: found,
      text: ({ colour, facts }) =>
        facts(
          found.map(({ check, verdict, says, remedy }) => {
            const mark = {
              note: colour.yellow('note'),
              ok: colour.green('ok'),
              problem: colour.red('problem'),
            };
            const advice = remedy === undefined ? '' : `\n             ${colour.dim(`-> ${remedy}`)}`;
            return [check, `${mark[verdict]}: ${says}${advice}`];
          }),
        ),
    };
  },
});
