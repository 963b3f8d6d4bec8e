import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Answer, NodeBus, Question } from './node-bus.ts';

/** Milliseconds that an answer is waited for: longer than the longest judgement. */
export const ANSWER_MS = 3000;

/** The other node isn't there or didn't answer in time: it may have done what was asked all the same. */
export class Unanswered extends Error {}

export type NodeCalls = {
  /** Asks a node and waits for its answer. Rejects with Unanswered. */
  ask(node: string, question: Question): Promise<Answer>;
  /** Takes an answer that came. */
  answered(id: number, answer: Answer): void;
  /** Nobody is going to answer any more. */
  lost(node: string | null): void;
};

type Waiting = { node: string; done(answer: Answer): void; failed(error: Unanswered): void };

/** Questions to other nodes, by number. */
export function createNodeCalls(bus: NodeBus, clock: Clock, logger: Logger): NodeCalls {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  return {
    ask: (node, question) =>
      new Promise<Answer>((done, failed) => {
        last += 1;
        const id = last;
        const cancel = clock.setTimer(ANSWER_MS, () => waiting.get(id)?.failed(new Unanswered('no answer in time')));
        const end = (): void => {
          cancel();
          waiting.delete(id);
        };
        waiting.set(id, {
          node,
          done: (answer) => {
            end();
            done(answer);
          },
          failed: (error) => {
            end();
            failed(error);
          },
        });
        bus.send(node, { kind: 'question', id, question }).then(
          (isHeard) => {
            if (!isHeard) waiting.get(id)?.failed(new Unanswered('nobody is there'));
          },
          (error: unknown) => {
            logger.error({ err: error, node }, 'question not sent');
            waiting.get(id)?.failed(new Unanswered('not sent'));
          },
        );
      }),
    answered: (id, answer) => waiting.get(id)?.done(answer),
    lost: (node) => {
      for (const one of [...waiting.values()])
        if (node === null || one.node === node) one.failed(new Unanswered('the node is lost'));
    },
  };
}
