/** Which words of a reply most likely say a point; used to take examples from replies known to be right. */

import { chancesBy } from '#language/points/features/forest.ts';
import { hear } from '#language/points/features/heard.ts';
import type { Compiled } from '#language/points/wordings/compiled.ts';
import { openWordings } from '#language/points/wordings/open-wordings.ts';
import { questionContext } from '#language/points/wordings/question-context.ts';
import { folded } from '#language/reading/folded.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import { readReply } from '#language/reading/read-reply.ts';
import type { CompiledPoint } from '#language/terms/verdicts.ts';
import { eachCandidate } from './candidates.ts';
import { FOREST, gatedChance } from './judge-points.ts';

/** `bubble`: the bubble the words stand in, whole. */
export type LikelyWords = { id: string; text: string; bubble: string; chance: number };

/** For each point the words of the reply most likely to say it, with their chance (0–1); points without a window are left out. */
export function likelyWords(
  points: readonly CompiledPoint[],
  customer: string,
  titles: readonly string[],
  reply: string,
): LikelyWords[] {
  const { normal, reading } = readReply(reply);
  const question = questionContext(
    folded(customer),
    titles.map((title) => folded(title)),
  );
  const heard = hear(reading, question, openWordings(points), null);
  return points.flatMap(({ id, compiled }, index): LikelyWords[] => {
    let best: LikelyWords | null = null;
    eachCandidate(heard, index, ({ row, seen }) => {
      const covered = gatedChance(chancesBy(FOREST, row).covered, seen, compiled as Compiled);
      if (best !== null && covered <= best.chance) return;
      const from = heard.clauses[seen.window.from]?.start ?? 0;
      const to = heard.clauses[seen.window.to]?.end ?? 0;
      const { start, end } = originalSpan(normal, from, to);
      const after = reply.indexOf('\n', end);
      const bubble = reply.slice(reply.lastIndexOf('\n', start) + 1, after < 0 ? reply.length : after);
      best = { id, text: reply.slice(start, end), bubble, chance: covered };
    });
    return best === null ? [] : [best];
  });
}
