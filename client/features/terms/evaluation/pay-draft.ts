import type { PayRules } from '#contract/terms/pay.ts';

/** As many as the server takes. */
export const MOST_STEPS = 8;
export const FEWEST_STEPS = 2;
const MOST_YUAN = 100_000;
const MOST_COEFFICIENT = 3;

export const AMOUNTS = ['base', 'performance', 'absent', 'redLine'] as const;
/** As it is typed. `key`: of the page alone. */
export type PayDraft = Record<(typeof AMOUNTS)[number], string> & {
  steps: { key: number; from: string; coefficient: string }[];
};

export const draftOf = ({ steps, ...amounts }: PayRules): PayDraft => ({
  base: String(amounts.base),
  performance: String(amounts.performance),
  absent: String(amounts.absent),
  redLine: String(amounts.redLine),
  steps: steps.map(({ from, coefficient }, key) => ({ key, from: String(from), coefficient: String(coefficient) })),
});

const numberIn = (text: string): number => (/^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN);

/** Null: it can't be worked out by these. */
export const payRulesIn = (draft: PayDraft): PayRules | null => {
  const [base, performance, absent, redLine] = AMOUNTS.map((id) => numberIn(draft[id]));
  const amounts = { base: base ?? 0, performance: performance ?? 0, absent: absent ?? 0, redLine: redLine ?? 0 };
  const isAmount = (value: number) => Number.isInteger(value) && value <= MOST_YUAN;
  if (!Object.values(amounts).every(isAmount)) return null;
  const steps = draft.steps.map(({ from, coefficient }) => ({
    from: numberIn(from),
    coefficient: numberIn(coefficient),
  }));
  const isRight = steps.every(({ from, coefficient }, place) => {
    const before = steps[place - 1] ?? { from: Number.POSITIVE_INFINITY, coefficient: MOST_COEFFICIENT };
    return from <= 100 && from < before.from && coefficient <= before.coefficient;
  });
  return isRight && steps.at(-1)?.from === 0 ? { ...amounts, steps } : null;
};
