import { answerRequest } from '#engine/judge/answer-request.ts';
import type { Command, Decided } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { JudgeAnswer, Judged, JudgeRequest } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { DrillEngine } from './engine.ts';

/** Judges what a turn's words amount to. A runner is given one judge; the log stores its answers. */
export type Judge = {
  /**
   * Answers at once, or with a promise. Throws or rejects when it can't: the drill's command fails, and what was due is
   * tried again. `content` is what `request.contentHash` names.
   */
  judge(request: JudgeRequest, content: Content): JudgeAnswer | Promise<JudgeAnswer>;
  /** Announces turns of this content, so that the judge can compile it beforehand. */
  announceContent(contentHash: string, content: Content): void;
  /** From now on every request fails, those still open too. */
  close(): Promise<void>;
};

/** Judges in this thread, at once. */
export const inProcessJudge: Judge = {
  judge: (request, content) => answerRequest(content, request),
  announceContent: () => {},
  close: async () => {},
};

type Deciders = { engine: Pick<DrillEngine, 'decide'>; judge: Pick<Judge, 'judge'> };

/** Decides a command, asking the judge for every turn that closes on the way. Returns a promise only where the judge does. */
export const decideWith = (
  deciders: Deciders,
  content: Content,
  drill: Drill,
  command: Command,
  earlierAnswers: readonly Judged[] = [],
): Decided | Promise<Decided> => {
  let judged = earlierAnswers;
  for (;;) {
    const result = deciders.engine.decide(content, drill, command, judged);
    if (result.ok || !('needs' in result)) return result;
    const { conversation, turn } = result.needs;
    const judgedSoFar = judged;
    const withAnswer = (answer: JudgeAnswer): readonly Judged[] => [...judgedSoFar, { conversation, turn, answer }];
    const answer = deciders.judge.judge(result.needs, content);
    if (answer instanceof Promise)
      return answer.then((lateAnswer) => decideWith(deciders, content, drill, command, withAnswer(lateAnswer)));
    judged = withAnswer(answer);
  }
};
