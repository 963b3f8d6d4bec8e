/** Decides with a judgement made on the spot: for headless plays, the checker of cases, and tests. */
import type { Command, Rejection, Result } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Drill } from '../drill.ts';
import type { DrillEvent } from '../events.ts';
import type { Judged } from '../judge-request.ts';
import type { Content } from '../prepare.ts';
import { answerRequest } from './answer-request.ts';

/** Like `decide`, but every turn that closes is judged at once, in this thread. */
export const decideJudged = (content: Content, drill: Drill, command: Command): Result<DrillEvent[], Rejection> => {
  const judged: Judged[] = [];
  for (;;) {
    const decided = decide(content, drill, command, judged);
    if (decided.ok || !('needs' in decided)) return decided;
    const { conversation, turn } = decided.needs;
    judged.push({ conversation, turn, answer: answerRequest(content, decided.needs) });
  }
};
