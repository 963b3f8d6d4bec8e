import type { Meter } from '#common/meter.ts';
import { inReadersLanguage, type Reply, refused } from '#contract/errors.ts';
import { HeldElsewhere } from '#drills/runner/drill-needs.ts';
import type { Answer, Question } from './node-bus.ts';
import { type NodeCalls, Unanswered } from './node-calls.ts';

/** A drill changes nodes once in a lesson; one that is somewhere else each time it is looked for isn't pursued. */
const MAX_TRIES = 3;

type MayAsk = (node: string) => boolean;

export type DrillCalls = {
  /** Null: the node doesn't answer. */
  ask(node: string, question: Question): Promise<Answer | null>;
  /**
   * Does it where the drill is in memory. Null: it can't be reached now. `mayAsk` is called before another node is asked;
   * false: it is not to be asked.
   */
  whereLoaded<T>(here: () => Promise<T>, question: Question, mayAsk?: MayAsk): Promise<T | null>;
  /** As `whereLoaded`, with its reply in the language of who asks. */
  replyWhereLoaded<T>(here: () => Promise<Reply<T>>, question: Question, mayAsk?: MayAsk): Promise<Reply<T>>;
};

/** What is asked of a drill, done here or at the node that has it. */
export const createDrillCalls = (calls: NodeCalls, meter: Pick<Meter, 'drillForwarded'>): DrillCalls => {
  const ask: DrillCalls['ask'] = async (node, question) => {
    meter.drillForwarded();
    try {
      return await calls.ask(node, question);
    } catch (error) {
      if (error instanceof Unanswered) return null;
      throw error;
    }
  };

  const whereLoaded = async <T>(
    here: () => Promise<T>,
    question: Question,
    mayAsk: MayAsk = () => true,
  ): Promise<T | null> => {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      try {
        return await here();
      } catch (error) {
        if (!(error instanceof HeldElsewhere)) throw error;
        if (!mayAsk(error.node)) return null;
        const answer = await ask(error.node, question);
        if (answer === null) return null;
        // A node answers as this one would have.
        if (answer.ok) return answer.value as T;
      }
    }
    return null;
  };

  return {
    ask,
    whereLoaded,
    replyWhereLoaded: async (here, question, mayAsk) => {
      const reply = await whereLoaded(here, question, mayAsk);
      return reply === null ? refused('drill-moving') : inReadersLanguage(reply);
    },
  };
};
