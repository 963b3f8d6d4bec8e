import { clock, marks, seconds } from '#client/lib/format.ts';
import type { TFunction } from '#client/lib/messages.ts';
import { DAY_MS, MINUTE_MS } from '#client/lib/spans.ts';
import type { ContestBoard, ContestHead, ContestMarks, ContestPhase } from '#contract/contests/board.ts';

type Say = TFunction<'contest'>;
type Rules = Pick<ContestHead, 'kind' | 'counted' | 'rounds' | 'minutes' | 'customers' | 'teamBest' | 'rulesCode'>;

/** How it is counted, in sentences: they stand wherever the board stands. */
export const ruleLines = (t: Say, rules: Rules): string[] => [
  rules.kind === 'sitting'
    ? t('rule.sitting', { n: rules.customers, minutes: rules.minutes })
    : rules.rounds === null
      ? t('rule.arena', { n: rules.customers, minutes: rules.minutes })
      : t('rule.rounds', { n: rules.customers, minutes: rules.minutes, rounds: rules.rounds }),
  ...(rules.kind === 'sitting' ? [] : [rules.counted === 1 ? t('rule.best') : t('rule.sum', { n: rules.counted })]),
  t('rule.ties'),
  t('rule.teams', { n: rules.teamBest }),
  t('rule.program'),
  t('rule.code', { code: rules.rulesCode }),
];

/** 12:04 to the second within a day; beyond that the days. */
export const leftWords = (t: Say, ms: number): string =>
  ms >= DAY_MS ? t('days', { n: Math.floor(ms / DAY_MS) }) : clock(Math.max(0, ms));

/** The phase by now: what follows from the times alone needs no answer of the server. */
export const phaseNow = (
  { phase, contest: { opensAt, closesAt, freezeMinutes } }: Pick<ContestBoard, 'phase' | 'contest'>,
  now: number,
): ContestPhase => {
  if (phase !== 'before' && phase !== 'open' && phase !== 'frozen') return phase;
  if (now < opensAt) return 'before';
  if (now > closesAt) return 'closed';
  return freezeMinutes > 0 && now > closesAt - freezeMinutes * MINUTE_MS ? 'frozen' : 'open';
};

/** What is going on, and until when. */
export const phaseWords = (
  t: Say,
  phase: ContestPhase,
  { opensAt, closesAt }: Pick<ContestHead, 'opensAt' | 'closesAt'>,
  now: number,
): string => {
  if (phase === 'before') return t('phase.before', { left: leftWords(t, opensAt - now) });
  if (phase === 'open' || phase === 'frozen') return t(`phase.${phase}`, { left: leftWords(t, closesAt - now) });
  return t(`phase.${phase}`);
};

export const firstText = (t: Say, { firstS }: Pick<ContestMarks, 'firstS'>): string =>
  firstS === null ? t('none') : seconds(firstS);
export const totalText = ({ total }: Pick<ContestMarks, 'total'>): string => marks(total);
