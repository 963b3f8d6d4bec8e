/** Which words of a reply most likely say a point; used to take examples from replies known to be right. */

import { compareReply } from '#language/points/features/compare-reply.ts';
import { chancesBy } from '#language/points/features/forest.ts';
import type { CompiledWordings } from '#language/points/wordings/compiled.ts';
import { questionContext } from '#language/points/wordings/question-context.ts';
import { wordingIndexOf } from '#language/points/wordings/wording-index.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import { readReply } from '#language/reading/read-reply.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { eachCandidate } from './candidates.ts';
import { FOREST, gatedChance } from './likeliest-windows.ts';

/** `bubble`: the bubble the words stand in, whole. */
export type LikelyWords = { id: string; text: string; bubble: string; chance: number };

/** For each point the words of the reply most likely to say it, with their chance (0–1); points without a window are left out. */
export const likelyWords = (
  points: readonly CompiledPoint[],
  customerText: string,
  titles: readonly string[],
  replyText: string,
): LikelyWords[] => {
  const { normal, reading } = readReply(replyText);
  const question = questionContext(
    folded(customerText),
    titles.map((title) => folded(title)),
  );
  const reply = compareReply(reading, question, wordingIndexOf(points), null);
  return points.flatMap(({ id, compiled }, index): LikelyWords[] => {
    let best: LikelyWords | null = null;
    eachCandidate(reply, index, ({ features, facts }) => {
      const covered = gatedChance(chancesBy(FOREST, features).covered, facts, compiled as CompiledWordings);
      if (best !== null && covered <= best.chance) return;
      const windowStart = reply.clauses[facts.window.from]?.start ?? 0;
      const windowEnd = reply.clauses[facts.window.to]?.end ?? 0;
      const { start, end } = originalSpan(normal, windowStart, windowEnd);
      const after = replyText.indexOf('\n', end);
      const bubble = replyText.slice(replyText.lastIndexOf('\n', start) + 1, after < 0 ? replyText.length : after);
      best = { id, text: replyText.slice(start, end), bubble, chance: covered };
    });
    return best === null ? [] : [best];
  });
};
