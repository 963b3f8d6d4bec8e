/** One more fault or one good deed at a place in a list of replies, by which a score must never rise or never fall. */
import type { Need, Scenario } from '#engine/model/content.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { allFiguresFlipped } from '#scripts/fairness/effortless.ts';

/** `where`: 'good' stands for trainees whose words are good enough that losing them is a fault. */
export type Change = {
  what: string;
  where: 'anyone' | 'good';
  /** Whether the change is added to the reply; otherwise it replaces the reply. */
  adds: boolean;
  /** Null where the change would change nothing in this reply. */
  at: (reply: Reply, scenario: Scenario) => Reply | null;
};

const SLOWER_S = 20;
const QUICKER_S = 10;
const QUICKEST_S = 4;

const textsOf = ({ say }: Reply): string[] => say.flatMap((part) => ('text' in part ? [part.text] : []));
const needsOf = ({ beats, duties }: Scenario): Need[] => [...beats.flatMap((b) => b.needs), ...duties];
const isNeeded = (scenario: Scenario, action: string): boolean => needsOf(scenario).some((n) => n.do === action);

export const FAULTS: readonly Change[] = [
  {
    what: 'an insult',
    where: 'anyone',
    adds: true,
    at: (r) => ({ ...r, say: [...r.say, { text: '你有病吧，爱买不买' }] }),
  },
  {
    what: 'every figure wrong',
    where: 'good',
    adds: false,
    at: (r) => {
      if (textsOf(r).every((text) => allFiguresFlipped(text) === text)) return null;
      return { ...r, say: r.say.map((part) => ('text' in part ? { text: allFiguresFlipped(part.text) } : part)) };
    },
  },
  {
    what: 'silence',
    where: 'good',
    adds: false,
    // Addressed to nobody, so that the entry is used up and the customer hears nothing.
    at: (r) => ({ ...r, to: 'nowhere' }),
  },
  {
    what: 'a vague line instead',
    where: 'good',
    adds: false,
    at: (r) => (r.say.length === 0 || r.to === 'end' ? null : { ...r, say: [{ text: '这个要看具体情况的哦' }] }),
  },
  {
    what: 'one click less',
    where: 'anyone',
    adds: false,
    at: (r, scenario) => {
      const click = r.do.find(({ action }) => isNeeded(scenario, action));
      return click === undefined ? null : { ...r, do: r.do.filter((one) => one !== click) };
    },
  },
  { what: 'twenty seconds slower', where: 'anyone', adds: true, at: (r) => ({ ...r, afterS: r.afterS + SLOWER_S }) },
];

export const DEEDS: readonly Change[] = [
  {
    what: 'ten seconds quicker',
    where: 'anyone',
    adds: true,
    at: (r) => (r.afterS - QUICKER_S < QUICKEST_S ? null : { ...r, afterS: r.afterS - QUICKER_S }),
  },
];

/** The replies with one of them changed. */
export const changedAt = (replies: readonly Reply[], index: number, reply: Reply): Reply[] =>
  replies.map((one, i) => (i === index ? reply : one));
