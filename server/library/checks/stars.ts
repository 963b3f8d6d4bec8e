/** A rubric's 星级: it rests on measures that the report has, and its rows run from best to worst. */
import { say } from '#i18n/say.ts';
import { unknownIds } from '#library/checks/ids/id-references.ts';
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
    for (const [place, { line, stars: starsGiven }] of lines.entries()) {
      const path = ['stars', 'figures', index, 'lines', place];
      const previous = lines[place - 1];
      const isWorse = previous === undefined || (better === 'less' ? line > previous.line : line < previous.line);
      if (!isWorse || (previous !== undefined && starsGiven >= previous.stars))
        yield { code: 'star-lines-order', path, message: say('checker:stars.order') };
      else if (starsGiven > stars.of || Math.abs(starsGiven / stars.step - Math.round(starsGiven / stars.step)) > 1e-9)
        yield {
          code: 'star-lines-order',
          path,
          message: say('checker:stars.step', { step: stars.step, most: stars.of }),
        };
    }
}
