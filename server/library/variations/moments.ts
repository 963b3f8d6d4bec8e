/** The cases that a rush deals by the shop's moments: an offer that begins and ends, a good that runs out (RULES Q70). */
import { MOMENTS, type Moment } from '#engine/model/rush.ts';
import { type CaseTemplate, type Layout, renamed } from './case-template.ts';
import type { Combination } from './combinations.ts';
import { deal } from './deck.ts';
import { type Goods, valueAt } from './value.ts';

/** What a moment's variant is about. `off`: cents taken off the price; 0 where nothing is. */
export type MomentSubject = { goods: Goods; off: number };

/** A template once for each moment it has variants of, each with those alone; without moments the template itself. */
export const byMoment = (template: CaseTemplate): CaseTemplate[] => {
  const { moments } = template.vary;
  if (moments === undefined) return [template];
  return MOMENTS.flatMap((moment) => {
    const flag = moments.when[moment];
    if (flag === undefined) return [];
    const never = [...(template.vary.never ?? []), `not ${flag}`];
    const vary = { ...template.vary, never, moments: { ...moments, when: { [moment]: flag } } };
    return [renamed(template, { id: `${template.id}-${moment}`, vary })];
  });
};

/** The moment of a template that `byMoment` has split off; null: it has none. */
export const momentOf = ({ vary }: CaseTemplate): Moment | null =>
  MOMENTS.find((moment) => vary.moments?.when[moment] !== undefined) ?? null;

/** All that the variants are about, each once, in the author's order. */
export const subjectsOf = ({ template, legal }: Layout): MomentSubject[] => {
  const found = legal.flatMap((combination) => subjectOf(template, combination) ?? []);
  return [...new Map(found.map((subject) => [keyOfSubject(subject), subject])).values()];
};

export const keyOfSubject = ({ goods, off }: MomentSubject): string => `${goods.id} ${off}`;

/** The number of the first card from `from` on whose variant is about this; null: the deck has none. */
export const cardAbout = ({ template, legal }: Layout, deck: string, from: number, wanted: string): number | null => {
  const dealt = deal(legal, deck);
  for (let i = 0; i < dealt.length; i += 1) {
    const card = (from + i) % dealt.length;
    const combination = dealt[card];
    const subject = combination === undefined ? null : subjectOf(template, combination);
    if (subject !== null && keyOfSubject(subject) === wanted) return card;
  }
  return null;
};

const subjectOf = ({ vary }: CaseTemplate, { values }: Combination): MomentSubject | null => {
  const { moments } = vary;
  const good = moments === undefined ? undefined : valueAt(values, moments.good);
  if (moments === undefined || good?.kind !== 'goods') return null;
  const off = moments.off === undefined ? undefined : valueAt(values, moments.off);
  return { goods: good.goods, off: off?.kind === 'money' ? off.cents : 0 };
};
