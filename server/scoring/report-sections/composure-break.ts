/** From how many waiting customers on a desk gets worse: the split at which answers, tone or seconds fall most. */
import type { Composure } from '#contract/report-figures.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { secondsText } from '#scoring/log/phrasing.ts';

type Group = Composure['groups'][number];
type Side = Pick<Group, 'turns' | 'goodTurns' | 'questions' | 'answered' | 'rounds'> & { meanSeconds: number | null };

/** With fewer turns, questions or rounds than this on one side, that side shows nothing. */
const MIN_SAMPLES = 3;
/** A share that falls by less is a matter of chance in so few turns. */
const MIN_FALL = 0.2;
/** A fall of exactly `DROP` counts in spite of rounding errors. */
const ROUNDING = 1e-9;
/** Fewest lapses of tone that count: one cold word is a slip, two beside a crowd are a pattern. */
const MIN_LAPSES = 2;
/** Slower means at least 1.5 times the seconds and at least 10 s more, which a customer feels. */
const SLOWER_TIMES = 1.5;
const SLOWER_S = 10;

const total = (groups: readonly Group[], of: (group: Group) => number): number =>
  groups.reduce((sum, group) => sum + of(group), 0);

function sideOf(groups: readonly Group[]): Side {
  const rounds = total(groups, (group) => group.rounds);
  const seconds = total(groups, (group) => (group.meanSeconds ?? 0) * group.rounds);
  return {
    turns: total(groups, (group) => group.turns),
    goodTurns: total(groups, (group) => group.goodTurns),
    questions: total(groups, (group) => group.questions),
    answered: total(groups, (group) => group.answered),
    rounds,
    meanSeconds: rounds === 0 ? null : seconds / rounds,
  };
}

type Split = { at: number; few: Side; many: Side; answers: number; tone: number; speed: number };

const fallOfShare = (few: number, ofFew: number, many: number, ofMany: number): number => {
  if (ofFew < MIN_SAMPLES || ofMany < MIN_SAMPLES) return 0;
  const by = few / ofFew - many / ofMany;
  return by >= MIN_FALL - ROUNDING ? by : 0;
};

function splitAt(groups: readonly Group[], crowd: number): Split {
  const few = sideOf(groups.filter((group) => group.waiting < crowd));
  const many = sideOf(groups.filter((group) => group.waiting >= crowd));
  const lapses = many.turns - many.goodTurns;
  const slower =
    few.rounds >= MIN_SAMPLES && many.rounds >= MIN_SAMPLES && few.meanSeconds !== null && many.meanSeconds !== null
      ? { by: many.meanSeconds - few.meanSeconds, times: many.meanSeconds / Math.max(1, few.meanSeconds) }
      : null;
  return {
    at: crowd,
    few,
    many,
    answers: fallOfShare(few.answered, few.questions, many.answered, many.questions),
    tone: lapses >= MIN_LAPSES ? fallOfShare(few.goodTurns, few.turns, many.goodTurns, many.turns) : 0,
    speed: slower && slower.by >= SLOWER_S && slower.times >= SLOWER_TIMES ? 1 - 1 / slower.times : 0,
  };
}

const weightOf = ({ answers, tone, speed }: Split): number => answers + tone + speed;

/** The sentence with the figures of both sides, and the number of customers from which the desk gets worse. */
export function breakOf(groups: readonly Group[]): Pick<Composure, 'said' | 'breaksAt'> {
  const splits = groups
    .filter((group) => group.waiting > 1)
    .map((group) => splitAt(groups, group.waiting))
    .filter(({ few, many }) => few.turns >= MIN_SAMPLES && many.turns >= MIN_SAMPLES);
  const [worst] = splits.toSorted((a, b) => weightOf(b) - weightOf(a) || a.at - b.at);
  if (!worst) {
    const many = total(groups, (group) => (group.waiting > 1 ? group.turns : 0));
    const few = total(groups, (group) => (group.waiting === 1 ? group.turns : 0));
    return { said: say('page:composure.too-few', { few, many }), breaksAt: null };
  }
  const isWorse = weightOf(worst) > 0;
  const upToText = worst.at === 2 ? say('page:composure.alone') : say('page:composure.up-to', { n: worst.at - 1 });
  const few = textOf(upToText, worst, worst.few);
  const many = textOf(say('page:composure.from', { n: worst.at }), worst, worst.many);
  return {
    said: say(`page:composure.${isWorse ? 'breaks' : 'same'}`, { few, many }),
    breaksAt: isWorse ? worst.at : null,
  };
}

/** One part of the sentence about a side; `figure`: it begins with a number. */
type Part = { words: string; figure: boolean };

const answeredPart = ({ questions, answered }: Side): Part[] =>
  questions === 0 ? [] : [{ words: say('page:composure.answered', { questions, answered }), figure: true }];
const secondsPart = ({ meanSeconds }: Side): Part[] =>
  meanSeconds === null
    ? []
    : [{ words: say('page:composure.seconds', { wait: secondsText(meanSeconds) }), figure: false }];
const tonePart = ({ turns, goodTurns }: Side): Part[] => [
  {
    words:
      turns === goodTurns
        ? say('page:composure.calm', { turns })
        : say('page:composure.lapses', { turns, lapses: turns - goodTurns }),
    figure: true,
  },
];

/**
 * The text of one side. Both sides name the same parts, so that they can be compared. In Chinese a number needs a space
 * before it.
 */
function textOf(who: string, split: Split, side: Side): string {
  const parts = partsOf(split, side);
  const told = joinWithCommas(parts.map(({ words }) => words));
  return say(`page:composure.side.${parts[0]?.figure ? 'figures' : 'words'}`, { who, told });
}

/** The parts that got worse; where none did, all of them, so that a reader can see it. */
function partsOf({ answers, tone, speed }: Split, side: Side): Part[] {
  const isUnchanged = answers + tone + speed === 0;
  return [
    ...(answers > 0 || isUnchanged ? answeredPart(side) : []),
    ...(speed > 0 || isUnchanged ? secondsPart(side) : []),
    ...(tone > 0 || isUnchanged ? tonePart(side) : []),
  ];
}
