/** Where a desk gives way as more customers wait: the split at which answers, tone or seconds fall most. */
import type { Composure } from '#contract/report-figures.ts';
import { secondsThen } from '#scoring/log/phrasing.ts';

type Group = Composure['groups'][number];
type Side = Pick<Group, 'turns' | 'goodTurns' | 'questions' | 'answered' | 'rounds'> & { meanSeconds: number | null };

/** Fewer turns than this on a side tell nothing; the same for questions and rounds. */
const ENOUGH = 3;
/** A share that falls by less is a matter of chance in so few turns. */
const DROP = 0.2;
/** One cold word is a slip, two with the crowd are a pattern. */
const LAPSES = 2;
/** Slower by half as much again, and by a difference a customer feels. */
const SLOWER = 1.5;
const SLOWER_S = 10;

const total = (groups: readonly Group[], of: (g: Group) => number): number => groups.reduce((sum, g) => sum + of(g), 0);

function sideOf(groups: readonly Group[]): Side {
  const rounds = total(groups, (g) => g.rounds);
  const seconds = total(groups, (g) => (g.meanSeconds ?? 0) * g.rounds);
  return {
    turns: total(groups, (g) => g.turns),
    goodTurns: total(groups, (g) => g.goodTurns),
    questions: total(groups, (g) => g.questions),
    answered: total(groups, (g) => g.answered),
    rounds,
    meanSeconds: rounds === 0 ? null : seconds / rounds,
  };
}

type Split = { at: number; few: Side; many: Side; answers: number; tone: number; speed: number };

const fall = (few: number, ofFew: number, many: number, ofMany: number): number => {
  if (ofFew < ENOUGH || ofMany < ENOUGH) return 0;
  const by = few / ofFew - many / ofMany;
  // Shares of small numbers: a fall of just a fifth must not hang on the last binary digit.
  return by >= DROP - 1e-9 ? by : 0;
};

function splitAt(groups: readonly Group[], at: number): Split {
  const few = sideOf(groups.filter((g) => g.waiting < at));
  const many = sideOf(groups.filter((g) => g.waiting >= at));
  const lapses = many.turns - many.goodTurns;
  const slower =
    few.rounds >= ENOUGH && many.rounds >= ENOUGH && few.meanSeconds !== null && many.meanSeconds !== null
      ? { by: many.meanSeconds - few.meanSeconds, times: many.meanSeconds / Math.max(1, few.meanSeconds) }
      : null;
  return {
    at,
    few,
    many,
    answers: fall(few.answered, few.questions, many.answered, many.questions),
    tone: lapses >= LAPSES ? fall(few.goodTurns, few.turns, many.goodTurns, many.turns) : 0,
    speed: slower && slower.by >= SLOWER_S && slower.times >= SLOWER ? 1 - 1 / slower.times : 0,
  };
}

const weightOf = ({ answers, tone, speed }: Split): number => answers + tone + speed;

/** The sentence, with the figures of both sides, and the number of customers from which it breaks. */
export function breakOf(groups: readonly Group[]): Pick<Composure, 'said' | 'breaksAt'> {
  const splits = groups
    .filter((g) => g.waiting > 1)
    .map((g) => splitAt(groups, g.waiting))
    .filter(({ few, many }) => few.turns >= ENOUGH && many.turns >= ENOUGH);
  const [worst] = splits.toSorted((a, b) => weightOf(b) - weightOf(a) || a.at - b.at);
  if (!worst) {
    const many = total(groups, (g) => (g.waiting > 1 ? g.turns : 0));
    const few = total(groups, (g) => (g.waiting === 1 ? g.turns : 0));
    return { said: `只有 1 位在等时说了 ${few} 回，2 位起 ${many} 回，太少，还看不出差别。`, breaksAt: null };
  }
  const broke = weightOf(worst) > 0;
  const few = worst.at === 2 ? '只有 1 位在等时' : `1–${worst.at - 1} 位在等时`;
  return {
    said: `${broke ? '' : '人多人少差不多：'}${few}${textOf(worst, worst.few)}；${worst.at} 位起${textOf(worst, worst.many)}。`,
    breaksAt: broke ? worst.at : null,
  };
}

const answeredText = ({ questions, answered }: Side): string[] =>
  questions === 0 ? [] : [`${questions} 问答到 ${answered} 问`];
const secondsPart = ({ meanSeconds }: Side): string[] =>
  meanSeconds === null ? [] : [`平均 ${secondsThen(meanSeconds, '回')}`];
const tonePart = ({ turns, goodTurns }: Side): string[] =>
  turns === goodTurns ? [`${turns} 回语气都稳`] : [`${turns} 回里 ${turns - goodTurns} 回语气不好`];

/** Both sides name the same things, so that they can be compared. A digit after Chinese has its space. */
const textOf = (split: Split, side: Side): string =>
  partsOf(split, side)
    .join('，')
    .replace(/^(?=\d)/, ' ');

/** What broke; where nothing did, everything, so that it can be seen. */
function partsOf({ answers, tone, speed }: Split, side: Side): string[] {
  const calm = answers + tone + speed === 0;
  return [
    ...(answers > 0 || calm ? answeredText(side) : []),
    ...(speed > 0 || calm ? secondsPart(side) : []),
    ...(tone > 0 || calm ? tonePart(side) : []),
  ];
}
