/** Lines as the customer will say them: cards that exist, bubbles of a human length, nothing said twice. */

import { say } from '#i18n/say.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { strayCards, toBurst } from '#library/reading/lines.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import {
  type CaseCheck,
  type LineAt,
  linesOf,
  plainLinesOf,
  reactionsOf,
  recapLinesOf,
} from '#library/view/case-view.ts';
import { plain } from './plain-text.ts';

/** Characters in a bubble. */
export const MAX_BUBBLE_CHARS = 60;
/** Characters: people do repeat shorter lines (嗯, 哦, 好的). */
const MIN_REPEATED_CHARS = 3;
const VARIABLE = /\{([^{}]*)\}/g;
/** Variables that `engine/model/story-time.ts` fills; any other is shown to the trainee with its brackets. */
const KNOWN_VARIABLE = /^(?:买家昵称|day(?:[+-]\d{1,3})?)$/;

export const checkLines: CaseCheck = function* ({ authored }) {
  for (const at of allLines(authored)) yield* checkLine(at);
  yield* checkRepeated(authored);
};

export const allLines = (authored: AuthoredScenario): LineAt[] => [
  ...plainLinesOf(authored),
  ...recapLinesOf(authored),
  ...reactionsOf(authored).flatMap(linesOf),
];

function* checkLine({ line, path }: LineAt): Iterable<Fault> {
  for (const unknownCard of strayCards(line))
    yield {
      code: 'unknown-card',
      path,
      message: say('checker:line.card', { card: unknownCard }),
    };
  yield* unknownVariables(line, path);
  for (const bubble of toBurst(line))
    if (bubble.kind === 'text' && [...bubble.text].length > MAX_BUBBLE_CHARS)
      yield { code: 'line-too-long', path, message: say('checker:line.long', { n: [...bubble.text].length }) };
}

/** Variables that nobody fills. */
export function* unknownVariables(line: string, path: Path): Iterable<Fault> {
  for (const [variable, name = ''] of line.matchAll(VARIABLE))
    if (!KNOWN_VARIABLE.test(name))
      yield { code: 'unknown-variable', path, message: say('checker:line.variable', { variable: variable }) };
}

/** No two reactions may have the same line: the customer would answer two different things alike. */
function* checkRepeated(authored: AuthoredScenario): Iterable<Fault> {
  const ownerByLine = new Map<string, string>();
  for (const reactionAt of reactionsOf(authored)) {
    // Left out: a beat is either resolved or passed over, never both.
    if (reactionAt.slot === 'passed') continue;
    // A forbidden action and the same thing promised in words are one thing to the customer, so they may share a line.
    const owner = reactionAt.path[0] === 'forbids' ? 'forbids' : reactionAt.path.join('.');
    for (const { line, path } of linesOf(reactionAt)) {
      const plainLine = plain(line);
      if (plainLine.length < MIN_REPEATED_CHARS) continue;
      const firstOwner = ownerByLine.get(plainLine);
      if (firstOwner !== undefined && firstOwner !== owner)
        yield { code: 'line-repeated', path, message: say('checker:reaction.repeated', { line }) };
      ownerByLine.set(plainLine, firstOwner ?? owner);
    }
  }
}
