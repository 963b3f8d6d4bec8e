/** A rubric's 星级: it rests on measures that the report has, and its rows run from best to worst. */
import { say } from '#i18n/say.ts';
import { unknownIds } from '#library/checks/words/mentions.ts';
import type { Fault } from '#library/diagnostics/diagnostics.ts';
import type { AuthoredRubric } from '#library/schema/schema.ts';
import { measuresOf } from '#scoring/measures/all.ts';

export function* checkStars({ stars }: AuthoredRubric): Iterable<Fault> {
  if (!stars) return;
  yield* unknownIds(
    stars.figures.map(({ measure }, index) => ({ id: measure, path: ['stars', 'figures', index, 'measure'] })),
    measuresOf([]),
    'measure',
  );
  for (const [index, { better, lines }] of stars.figures.entries())
    for (const [place, { line, stars: given }] of lines.entries()) {
      const path = ['stars', 'figures', index, 'lines', place];
      const before = lines[place - 1];
      const isWorse = before === undefined || (better === 'less' ? line > before.line : line < before.line);
      if (!isWorse || (before !== undefined && given >= before.stars))
        yield { code: 'star-lines-order', path, message: say('checker:stars.order') };
      else if (given > stars.of || Math.abs(given / stars.step - Math.round(given / stars.step)) > 1e-9)
        yield {
          code: 'star-lines-order',
          path,
          message: say('checker:stars.step', { step: stars.step, most: stars.of }),
        };
    }
}
