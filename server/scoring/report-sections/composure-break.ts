/** From how many waiting customers on a desk gets worse: the split at which answers, tone or seconds fall most. */
import type { Composure } from '#contract/report-figures.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { secondsText } from '#scoring/log/phrasing.ts';

type Group = Composure['groups'][number];
type CrowdSide = Pick<Group, 'turns' | 'goodTurns' | 'questions' | 'answered' | 'rounds'> & {
  meanSeconds: number | null;
  late: number;
};

/** With fewer turns, questions or rounds than this on one side, that side shows nothing. */
const MIN_SAMPLES = 3;
/** A share that falls by less may be a coincidence in so few turns. */
const MIN_FALL = 0.2;
/** A fall of exactly `MIN_FALL` counts in spite of rounding errors. */
const ROUNDING = 1e-9;
/** Fewest lapses of tone that count: one cold word is a slip, two beside a crowd are a pattern. */
const MIN_LAPSES = 2;
/** Slower means at least 1.5 times the seconds and at least 10 s more, which a customer feels. */
const SLOWER_TIMES = 1.5;
const SLOWER_S = 10;
/** Fewest replies after the pass line on the slower side: seconds within it are slower and break nothing. */
const MIN_LATE = 2;

const PARTS: readonly Composure['breaksBy'][number][] = ['answers', 'speed', 'tone'];

const sumOver = (groups: readonly Group[], figureOf: (group: Group) => number): number =>
  groups.reduce((sum, group) => sum + figureOf(group), 0);

const sideOf = (groups: readonly Group[]): CrowdSide => {
  const rounds = sumOver(groups, (group) => group.rounds);
  const seconds = sumOver(groups, (group) => (group.meanSeconds ?? 0) * group.rounds);
  return {
    turns: sumOver(groups, (group) => group.turns),
    goodTurns: sumOver(groups, (group) => group.goodTurns),
    questions: sumOver(groups, (group) => group.questions),
    answered: sumOver(groups, (group) => group.answered),
    rounds,
    late: sumOver(groups, (group) => group.late.length),
    meanSeconds: rounds === 0 ? null : seconds / rounds,
  };
};

type Split = { at: number; few: CrowdSide; many: CrowdSide; answers: number; tone: number; speed: number };

const shareFall = (few: number, ofFew: number, many: number, ofMany: number): number => {
  if (ofFew < MIN_SAMPLES || ofMany < MIN_SAMPLES) return 0;
  const fall = few / ofFew - many / ofMany;
  return fall >= MIN_FALL - ROUNDING ? fall : 0;
};

const splitAt = (groups: readonly Group[], waiting: number): Split => {
  const few = sideOf(groups.filter((group) => group.waiting < waiting));
  const many = sideOf(groups.filter((group) => group.waiting >= waiting));
  const lapses = many.turns - many.goodTurns;
  const slower =
    few.rounds >= MIN_SAMPLES && many.rounds >= MIN_SAMPLES && few.meanSeconds !== null && many.meanSeconds !== null
      ? { by: many.meanSeconds - few.meanSeconds, times: many.meanSeconds / Math.max(1, few.meanSeconds) }
      : null;
  return {
    at: waiting,
    few,
    many,
    answers: shareFall(few.answered, few.questions, many.answered, many.questions),
    tone: lapses >= MIN_LAPSES ? shareFall(few.goodTurns, few.turns, many.goodTurns, many.turns) : 0,
    speed:
      slower && slower.by >= SLOWER_S && slower.times >= SLOWER_TIMES && many.late >= MIN_LATE
        ? 1 - 1 / slower.times
        : 0,
  };
};

/** Longer by so much, and by such a share, is no longer 差不多, though nothing breaks by it (RULES M96). */
const FELT_S = 5;
const FELT_TIMES = 1.3;
const isFeltSlower = ({ few, many }: Split): boolean =>
  few.meanSeconds !== null &&
  many.meanSeconds !== null &&
  many.meanSeconds - few.meanSeconds >= FELT_S &&
  many.meanSeconds >= few.meanSeconds * FELT_TIMES;

const weightOf = ({ answers, tone, speed }: Split): number => answers + tone + speed;

/** The sentence with the figures of both sides, the number of customers from which the desk gets worse, and in what. */
export const breakOf = (groups: readonly Group[]): Pick<Composure, 'said' | 'breaksAt' | 'breaksBy'> => {
  const splits = groups
    .filter((group) => group.waiting > 1)
    .map((group) => splitAt(groups, group.waiting))
    .filter(({ few, many }) => few.turns >= MIN_SAMPLES && many.turns >= MIN_SAMPLES);
  const [worstSplit] = splits.toSorted((a, b) => weightOf(b) - weightOf(a) || a.at - b.at);
  if (!worstSplit) {
    const manyTurns = sumOver(groups, (group) => (group.waiting > 1 ? group.turns : 0));
    const fewTurns = sumOver(groups, (group) => (group.waiting === 1 ? group.turns : 0));
    return { said: say('page:composure.too-few', { few: fewTurns, many: manyTurns }), breaksAt: null, breaksBy: [] };
  }
  const isWorse = weightOf(worstSplit) > 0;
  const unchanged = isFeltSlower(worstSplit) ? 'slower' : 'same';
  const upToText =
    worstSplit.at === 2 ? say('page:composure.alone') : say('page:composure.up-to', { n: worstSplit.at - 1 });
  const fewText = textOf(upToText, worstSplit, worstSplit.few);
  const manyText = textOf(say('page:composure.from', { n: worstSplit.at }), worstSplit, worstSplit.many);
  return {
    said: say(`page:composure.${isWorse ? 'breaks' : unchanged}`, { few: fewText, many: manyText }),
    breaksAt: isWorse ? worstSplit.at : null,
    breaksBy: PARTS.filter((part) => worstSplit[part] > 0).toSorted((a, b) => worstSplit[b] - worstSplit[a]),
  };
};

/** One part of the sentence about a side; `figure`: it begins with a number. */
type SideClause = { words: string; figure: boolean };

const answeredPart = ({ questions, answered }: CrowdSide): SideClause[] =>
  questions === 0 ? [] : [{ words: say('page:composure.answered', { questions, answered }), figure: true }];
const secondsPart = ({ meanSeconds }: CrowdSide): SideClause[] =>
  meanSeconds === null
    ? []
    : [{ words: say('page:composure.seconds', { wait: secondsText(meanSeconds) }), figure: false }];
const tonePart = ({ turns, goodTurns }: CrowdSide): SideClause[] => [
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
const textOf = (subject: string, split: Split, side: CrowdSide): string => {
  const clauses = clausesOf(split, side);
  const clausesText = joinWithCommas(clauses.map(({ words }) => words));
  return say(`page:composure.side.${clauses[0]?.figure ? 'figures' : 'words'}`, { who: subject, told: clausesText });
};

/** The parts that got worse; where none did, all of them, so that a reader can see it. */
const clausesOf = ({ few, many, answers, tone, speed }: Split, side: CrowdSide): SideClause[] => {
  const isUnchanged = answers + tone + speed === 0;
  // Of fewer questions on one side nothing can be seen: they are left out on both.
  const hasQuestions = Math.min(few.questions, many.questions) >= MIN_SAMPLES;
  return [
    ...(answers > 0 || (isUnchanged && hasQuestions) ? answeredPart(side) : []),
    ...(speed > 0 || isUnchanged ? secondsPart(side) : []),
    ...(tone > 0 || isUnchanged ? tonePart(side) : []),
  ];
};
