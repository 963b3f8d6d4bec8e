import type { Judge } from '#drills/judging/judge.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';

type Held = { request: JudgeRequest; answer(): void; fail(): void };

/** A judge that answers only when the test says so: `held` are its open requests, oldest first. */
export const heldJudge = (): Judge & { held: Held[]; asked: number } => {
  const held: Held[] = [];
  const judge = {
    held,
    asked: 0,
    judge: (request: JudgeRequest, content: Parameters<Judge['judge']>[1]) =>
      new Promise<ReturnType<typeof answerRequest>>((done, failed) => {
        judge.asked += 1;
        const settle = (how: () => void) => () => {
          held.splice(held.indexOf(one), 1);
          how();
        };
        const one: Held = {
          request,
          answer: settle(() => done(answerRequest(content, request))),
          fail: settle(() => failed(new Error('no judgement'))),
        };
        held.push(one);
      }),
    announceContent: () => {},
    close: async () => {},
  };
  return judge;
};
