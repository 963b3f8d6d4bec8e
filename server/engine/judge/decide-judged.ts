/** Decides with a judgement made on the spot: for headless plays, the checker of cases, and tests. */
import type { Command, Rejection, Result } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Drill } from '../drill.ts';
import type { DrillEvent } from '../events.ts';
import type { JudgeAnswer, Judged, JudgeRequest } from '../judge-request.ts';
import type { Content } from '../prepare.ts';
import { answerRequest } from './answer-request.ts';

/** Answers kept for one content: plays of one case by the hundred differ in a turn or two, and judging is most of a play. */
const MOST_KEPT = 1000;
const kept = new WeakMap<Content, Map<string, JudgeAnswer>>();

function answerOnce(content: Content, request: JudgeRequest): JudgeAnswer {
  const answers = kept.get(content) ?? new Map<string, JudgeAnswer>();
  kept.set(content, answers);
  const key = JSON.stringify(request);
  const answer = answers.get(key) ?? answerRequest(content, request);
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(key, answer);
  return answer;
}

/** Like `decide`, but every turn that closes is judged at once, in this thread. */
export const decideJudged = (content: Content, drill: Drill, command: Command): Result<DrillEvent[], Rejection> => {
  const judged: Judged[] = [];
  for (;;) {
    const decided = decide(content, drill, command, judged);
    if (decided.ok || !('needs' in decided)) return decided;
    const { conversation, turn } = decided.needs;
    judged.push({ conversation, turn, answer: answerOnce(content, decided.needs) });
  }
};
