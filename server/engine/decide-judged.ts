/** Decides with a judgement made on the spot: for headless plays, the checker of cases, and tests. */

import { analyseWords, answerRequest, type TurnFindings } from '#engine/judge/answer-request.ts';
import type { TurnWords } from '#engine/judge/judge-words.ts';
import type { Command, Decided } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { Judged } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { ReadReply } from '#language/reading/read-reply.ts';
import { decide } from './decide.ts';

/**
 * Most turns that one generation of heard words keeps, over all contents; two generations are kept. Hundreds of plays
 * of one case differ in a turn or two, and judging takes most of a play's time.
 */
const MAX_KEPT = 10_000;
type Kept = WeakMap<Content, Map<string, TurnFindings>>;
let kept: Kept = new WeakMap();
let before: Kept = new WeakMap();
let count = 0;

const hearOnce = (content: Content, words: TurnWords, reply: ReadReply): TurnFindings => {
  const key = JSON.stringify(words);
  const known = kept.get(content)?.get(key);
  if (known) return known;
  const heard = before.get(content)?.get(key) ?? analyseWords(content, words, reply);
  count += 1;
  if (count > MAX_KEPT) {
    [before, kept] = [kept, new WeakMap()];
    count = 1;
  }
  const own = kept.get(content) ?? new Map<string, TurnFindings>();
  kept.set(content, own.set(key, heard));
  return heard;
};

/** Like `decide`, but every turn that closes is judged at once, in this thread. */
export const decideJudged = (content: Content, drill: Drill, command: Command): Decided => {
  const judged: Judged[] = [];
  for (;;) {
    const decided = decide(content, drill, command, judged);
    if (decided.ok || !('needs' in decided)) return decided;
    const { conversation, turn } = decided.needs;
    judged.push({ conversation, turn, answer: answerRequest(content, decided.needs, hearOnce) });
  }
};
