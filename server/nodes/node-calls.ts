import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { Answer, NodeBus, Question } from './node-bus.ts';

/** Milliseconds that an answer is waited for: longer than the longest judgement. */
export const ANSWER_TIMEOUT_MS = 3000;

/** The other node isn't there or didn't answer in time: it may have done what was asked all the same. */
export class Unanswered extends Error {}

export type NodeCalls = {
  /** Asks a node and waits for its answer. Rejects with Unanswered. */
  ask(node: string, question: Question): Promise<Answer>;
  /** Takes an answer that came. */
  resolve(id: number, answer: Answer): void;
  /** Nobody is going to answer any more. */
  rejectAll(node: string | null): void;
};

type PendingCall = { node: string; resolve(answer: Answer): void; reject(error: Unanswered): void };

/** Questions to other nodes, by number. */
export const createNodeCalls = (bus: NodeBus, clock: Clock, logger: Logger): NodeCalls => {
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  return {
    ask: (node, question) =>
      new Promise<Answer>((done, failed) => {
        lastId += 1;
        const id = lastId;
        const cancel = clock.setTimer(ANSWER_TIMEOUT_MS, () =>
          pending.get(id)?.reject(new Unanswered('no answer in time')),
        );
        const settle = (): void => {
          cancel();
          pending.delete(id);
        };
        pending.set(id, {
          node,
          resolve: (answer) => {
            settle();
            done(answer);
          },
          reject: (error) => {
            settle();
            failed(error);
          },
        });
        bus.send(node, { kind: 'question', id, question }).then(
          (isHeard) => {
            if (!isHeard) pending.get(id)?.reject(new Unanswered('nobody is there'));
          },
          (error: unknown) => {
            logger.error({ err: error, node }, 'question not sent');
            pending.get(id)?.reject(new Unanswered('not sent'));
          },
        );
      }),
    resolve: (id, answer) => pending.get(id)?.resolve(answer),
    rejectAll: (node) => {
      for (const one of [...pending.values()])
        if (node === null || one.node === node) one.reject(new Unanswered('the node is lost'));
    },
  };
};
