/** Families of findings, and what they are called. */
import { say } from '#i18n/say.ts';

/** In the order of docs/trade.md §3. */
export const FAMILIES = [
  'late',
  'quick-replies',
  'not-valuing',
  'evading',
  'wrong',
  'operation',
  'manner',
  'merit',
] as const;
export type Family = (typeof FAMILIES)[number];

export const isFamily = (family: string): family is Family => FAMILIES.some((knownFamily) => knownFamily === family);

/** What a family is called; a family that only a school's own rubric knows has no other name than its id. */
export const familyName = (family: string): string => (isFamily(family) ? say(`marks:family.${family}`) : family);
