/** The rules of a term's sheet: what ships, and a term's own in its place (RULES J2). */
import type { SheetRules, ShownRules } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';

/**
 * 成绩评定表 of a two-week 实训: 50 by the school, 50 by the enterprise. The indicators' goals are those of one or two
 * customers at a time (docs/trade.md §2).
 */
export const DEFAULT_RULES: SheetRules = {
  columns: [
    { id: 'discipline', name: null, part: 'school', weight: 10, source: 'typed', by: 'teacher' },
    { id: 'learning', name: null, part: 'school', weight: 10, source: 'typed', by: 'teacher' },
    { id: 'teamwork', name: null, part: 'school', weight: 10, source: 'typed', by: 'teacher' },
    { id: 'exams', name: null, part: 'school', weight: 20, source: 'exams', by: 'teacher' },
    { id: 'attendance', name: null, part: 'enterprise', weight: 10, source: 'attendance', by: 'either' },
    { id: 'indicators', name: null, part: 'enterprise', weight: 30, source: 'indicators', by: 'mentor' },
    { id: 'mentor', name: null, part: 'enterprise', weight: 10, source: 'typed', by: 'mentor' },
  ],
  levels: [
    { id: 'excellent', name: null, from: 90 },
    { id: 'good', name: null, from: 80 },
    { id: 'fair', name: null, from: 70 },
    { id: 'pass', name: null, from: 60 },
    { id: 'fail', name: null, from: 0 },
  ],
  indicators: [
    { id: 'first-response', target: 30, share: 20 },
    { id: 'mean-response', target: 40, share: 20 },
    { id: 'answer-rate', target: 100, share: 10 },
    { id: 'score', target: 80, share: 20 },
    { id: 'workload', target: null, share: 30 },
    // Goals of the trade's training (docs/trade.md §9). They count once a term gives them a share: not every lesson sells.
    { id: 'conversion', target: 80, share: 0 },
    { id: 'basket', target: 100, share: 0 },
    { id: 'satisfaction', target: 90, share: 0 },
    { id: 'inspection', target: 85, share: 0 },
  ],
  awards: [
    { id: 'first', name: null, places: 1, yuan: 1000 },
    { id: 'second', name: null, places: 2, yuan: 500 },
    { id: 'third', name: null, places: 3, yuan: 300 },
  ],
};

/**
 * A term's own, or what ships. Rules that were saved before there were awards have those that ship; an indicator that they
 * don't name has the goal that ships, and no share.
 */
export const rulesOf = ({ rules }: { rules: SheetRules | null }): SheetRules =>
  rules === null
    ? DEFAULT_RULES
    : {
        ...{ awards: DEFAULT_RULES.awards, ...rules },
        indicators: [
          ...rules.indicators,
          ...DEFAULT_RULES.indicators.flatMap((one) =>
            rules.indicators.some(({ id }) => id === one.id) ? [] : [{ ...one, share: 0 }],
          ),
        ],
      };

const COLUMN_NAMES = {
  discipline: 'terms-said:column.discipline',
  learning: 'terms-said:column.learning',
  teamwork: 'terms-said:column.teamwork',
  exams: 'terms-said:column.exams',
  attendance: 'terms-said:column.attendance',
  indicators: 'terms-said:column.indicators',
  mentor: 'terms-said:column.mentor',
} as const;
const LEVEL_NAMES = {
  excellent: 'terms-said:level.excellent',
  good: 'terms-said:level.good',
  fair: 'terms-said:level.fair',
  pass: 'terms-said:level.pass',
  fail: 'terms-said:level.fail',
} as const;

const AWARD_NAMES = {
  first: 'terms-said:award.first',
  second: 'terms-said:award.second',
  third: 'terms-said:award.third',
} as const;

const isKeyOf = <T extends object>(names: T, id: string): id is string & keyof T => Object.hasOwn(names, id);

/** With every name in the reader's language; one that nobody gave and that doesn't ship is its id. */
export const shownRules = ({ columns, levels, indicators, awards = [] }: SheetRules): ShownRules => ({
  columns: columns.map((column) => ({
    ...column,
    ownName: column.name,
    name: column.name ?? (isKeyOf(COLUMN_NAMES, column.id) ? say(COLUMN_NAMES[column.id]) : column.id),
  })),
  levels: levels.map((level) => ({
    ...level,
    ownName: level.name,
    name: level.name ?? (isKeyOf(LEVEL_NAMES, level.id) ? say(LEVEL_NAMES[level.id]) : level.id),
  })),
  indicators,
  awards: awards.map((award) => ({
    ...award,
    ownName: award.name,
    name: award.name ?? (isKeyOf(AWARD_NAMES, award.id) ? say(AWARD_NAMES[award.id]) : award.id),
  })),
});
