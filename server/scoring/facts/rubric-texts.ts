/**
 * What a rubric says. It is content, written in Chinese, and a school may change it: in English the words of
 * `messages/en/rubric.json` stand for the shipped ones, and what a school has changed stays as the school wrote it.
 */
import type { FindingRule, StarRule } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { FINDING_CODES, type FindingCode } from './codes.ts';
import { shippedText } from './shipped-text.ts';

const isKnown = (code: string): code is FindingCode => FINDING_CODES.some((one) => one === code);

/** A colon parts an area from its keys: what stands behind the one of a code is a key of its own. */
type Path<Code extends string> = Code extends `${infer Kind}:${infer Name}` ? `${Kind}.${Name}` : Code;
const pathOf = (code: FindingCode): Path<FindingCode> => code.replace(':', '.') as Path<FindingCode>;

const textOf = (code: string, which: 'title' | 'why' | 'advice', own: string): string =>
  isKnown(code) ? shippedText(own, `rubric:${pathOf(code)}.${which}`) : own;

/** What a finding is called. */
export const titleOfRule = ({ code, title }: Pick<FindingRule, 'code' | 'title'>): string =>
  textOf(code, 'title', title);
/** Why it matters. */
export const whyOfRule = ({ code, why }: Pick<FindingRule, 'code' | 'why'>): string => textOf(code, 'why', why);
/** What to do about it, title and all. */
export const adviceOfRule = ({ code, advice }: Pick<FindingRule, 'code' | 'advice'>): string =>
  textOf(code, 'advice', advice);

/** A finding's title: its rule's, and what it is about in this very case where that is known. */
export function titleOfFinding(rule: Pick<FindingRule, 'code' | 'title'>, detail: string | null): string {
  const title = titleOfRule(rule);
  return detail === null || detail === '' ? title : say('findings:title', { title, detail });
}

/** The first sentence of an advice, which is its title, and those that say how; all of it where there is one alone. */
export function adviceInTwo(rule: Pick<FindingRule, 'code' | 'title' | 'advice'>): { title: string; advice: string } {
  const advice = adviceOfRule(rule);
  const [stop, space] = advice.includes('。') ? ['。', ''] : ['.', ' '];
  const sentences = advice.split(`${stop}${space}`).filter((sentence) => sentence !== '');
  const [title = titleOfRule(rule), ...rest] = sentences.map((one) => (one.endsWith(stop) ? one.slice(0, -1) : one));
  return { title, advice: rest.length === 0 ? advice : `${rest.join(`${stop}${space}`)}${stop}` };
}

/** Where the star thresholds come from. */
export const sourceOfStars = ({ source }: Pick<StarRule, 'source'>): string =>
  shippedText(source, 'rubric:stars.source');
