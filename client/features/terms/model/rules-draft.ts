/** The rules of a sheet as they are being changed on the page. */
import { sum } from '#client/lib/arithmetic.ts';
import type {
  IndicatorRule,
  SheetRules,
  ShownAward,
  ShownColumn,
  ShownLevel,
  ShownRules,
} from '#contract/terms/sheet.ts';

/** Ids of columns that a teacher adds begin so; none that ships does. */
const OWN = 'own-';
export const MOST_COLUMNS = 16;
export const MOST_AWARDS = 6;
const TOTAL = 100;

/** What keeps a draft from being saved: a key below `rules.fault`; null: nothing. */
export type RulesFault = 'weights' | 'name' | 'part' | 'levels' | 'shares' | 'targets' | 'awards';

export const weightsOf = ({ columns }: ShownRules): number => sum(columns.map(({ weight }) => weight));
/** Yuan of all places together. */
export const awardsSum = ({ awards }: ShownRules): number => sum(awards.map(({ places, yuan }) => places * yuan));
export const sharesOf = ({ indicators }: ShownRules): number => sum(indicators.map(({ share }) => share));

export const faultOf = (rules: ShownRules): RulesFault | null => {
  const { columns, levels, indicators, awards } = rules;
  if ([...columns, ...levels, ...awards].some(({ name }) => name.trim() === '')) return 'name';
  if (!(['school', 'enterprise'] as const).every((part) => columns.some((column) => column.part === part)))
    return 'part';
  if (weightsOf(rules) !== TOTAL || columns.some(({ weight }) => weight < 1)) return 'weights';
  if (levels.some(({ from }, place) => place > 0 && from >= (levels[place - 1]?.from ?? 0))) return 'levels';
  if (sharesOf(rules) !== TOTAL || indicators.every(({ share }) => share < 1)) return 'shares';
  if (indicators.some(({ id, target }) => id !== 'workload' && (target ?? 0) < 1)) return 'targets';
  const isRising = awards.some(({ yuan }, place) => yuan > (awards[place - 1]?.yuan ?? yuan));
  return isRising || awards.some(({ places }) => places < 1) ? 'awards' : null;
};

/** A name that nobody changed stays what ships, in every reader's language. */
const storedName = (
  { name, ownName }: ShownAward | ShownColumn | ShownLevel,
  shipped: string | undefined,
): string | null => (ownName === null && name === shipped ? null : name.trim());

/** `before`: as the page was loaded. */
export const rulesIn = ({ columns, levels, indicators, awards }: ShownRules, before: ShownRules): SheetRules => ({
  columns: columns.map(({ ownName, ...column }) => ({
    ...column,
    name: storedName({ ...column, ownName }, before.columns.find(({ id }) => id === column.id)?.name),
  })),
  levels: levels.map(({ ownName, ...level }) => ({
    ...level,
    name: storedName({ ...level, ownName }, before.levels.find(({ id }) => id === level.id)?.name),
  })),
  indicators: indicators.map((indicator): IndicatorRule => indicator),
  awards: awards.map(({ ownName, ...award }) => ({
    ...award,
    name: storedName({ ...award, ownName }, before.awards.find(({ id }) => id === award.id)?.name),
  })),
});

/** The number of the next id of a teacher's own. */
const nextOwn = (ids: readonly string[]): string => {
  const numbers = ids.flatMap((id) => (id.startsWith(OWN) ? Number(id.slice(OWN.length)) || 0 : []));
  return `${OWN}${Math.max(0, ...numbers) + 1}`;
};

/** One place more at the end, for as much as the last one. */
export const withAward = (rules: ShownRules, name: string): ShownRules => ({
  ...rules,
  awards: [
    ...rules.awards,
    {
      ...{ id: nextOwn(rules.awards.map(({ id }) => id)), name, ownName: name, places: 1 },
      yuan: rules.awards.at(-1)?.yuan ?? 0,
    },
  ],
});

/** A column that is typed, at the end of its part. */
export const withColumn = (rules: ShownRules, part: ShownColumn['part'], name: string): ShownRules => {
  const id = nextOwn(rules.columns.map((column) => column.id));
  const by = part === 'school' ? 'teacher' : 'mentor';
  return {
    ...rules,
    columns: [...rules.columns, { id, name, ownName: name, part, weight: 10, source: 'typed', by }],
  };
};
