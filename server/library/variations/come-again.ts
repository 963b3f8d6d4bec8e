/**
 * A short customer who comes once more in the same rush, since no other is left: an id of its own, so that a drill has
 * both, and another card of the same template. Two customers of one name with one order would be read as one.
 */
import { type CaseTemplate, renamed } from './case-template.ts';

/** No case's own id has two hyphens in a row (`tests/drills/rush-day.test.ts`). */
const AGAIN = /--(\d+)$/;

/** The id of those who come for the `time`th time; the first time it is the case's own. */
export const idAgain = (id: string, time: number): string => (time < 2 ? id : `${id}--${time}`);

/** The id of the case itself, whichever time it comes. */
export const caseIdOf = (id: string): string => id.replace(AGAIN, '');

/** For the how manieth time somebody of this id comes, from 1. */
export const timeOf = (id: string): number => Number(AGAIN.exec(id)?.[1] ?? 1);

const templatesByTemplate = new WeakMap<CaseTemplate, Map<string, CaseTemplate>>();

/** The same template under that id. Kept, since laying out what a template can be takes long. */
export const templateAgain = (template: CaseTemplate, id: string): CaseTemplate => {
  if (id === template.id) return template;
  const known = templatesByTemplate.get(template) ?? new Map<string, CaseTemplate>();
  templatesByTemplate.set(template, known);
  const again = known.get(id) ?? renamed(template, { id, vary: template.vary });
  known.set(id, again);
  return again;
};
