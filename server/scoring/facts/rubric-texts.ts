/**
 * What a rubric says. It is content, written in Chinese, and a school may change it: in English the words of
 * `messages/en/rubric.json` stand for the shipped ones, and what a school has changed stays as the school wrote it.
 */
import type { FindingRule, StarRule } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { FINDING_CODES, type FindingCode } from './codes.ts';
import { shippedText } from './shipped-text.ts';

const isKnown = (code: string): code is FindingCode => FINDING_CODES.some((findingCode) => findingCode === code);

/** A message key has its colon after the area, so the colon of a code becomes a dot in its key. */
type Path<Code extends string> = Code extends `${infer Kind}:${infer Name}` ? `${Kind}.${Name}` : Code;
const pathOf = (code: FindingCode): Path<FindingCode> => code.replace(':', '.') as Path<FindingCode>;

const textOf = (code: string, part: 'title' | 'why' | 'advice', storedText: string): string =>
  isKnown(code) ? shippedText(storedText, `rubric:${pathOf(code)}.${part}`) : storedText;

/** What a finding is called. */
export const titleOfRule = ({ code, title }: Pick<FindingRule, 'code' | 'title'>): string =>
  textOf(code, 'title', title);
/** Why it matters. */
export const whyOfRule = ({ code, why }: Pick<FindingRule, 'code' | 'why'>): string => textOf(code, 'why', why);
/** What to do about it, title and all. */
export const adviceOfRule = ({ code, advice }: Pick<FindingRule, 'code' | 'advice'>): string =>
  textOf(code, 'advice', advice);

/** A finding's title: its rule's, and what it is about in this very case where that is known. */
export const titleOfFinding = (rule: Pick<FindingRule, 'code' | 'title'>, detail: string | null): string => {
  const title = titleOfRule(rule);
  return detail === null || detail === '' ? title : say('findings:title', { title, detail });
};

/** An advice as title and text: its first sentence, and the sentences after it; with one sentence alone the text is that one. */
export const adviceInTwo = (
  rule: Pick<FindingRule, 'code' | 'title' | 'advice'>,
): { title: string; advice: string } => {
  const advice = adviceOfRule(rule);
  const [stop, space] = advice.includes('。') ? ['。', ''] : ['.', ' '];
  const sentences = advice.split(`${stop}${space}`).filter((sentence) => sentence !== '');
  const [title = titleOfRule(rule), ...rest] = sentences.map((sentence) =>
    sentence.endsWith(stop) ? sentence.slice(0, -1) : sentence,
  );
  return { title, advice: rest.length === 0 ? advice : `${rest.join(`${stop}${space}`)}${stop}` };
};

/** Where the star thresholds come from. */
export const sourceOfStars = ({ source }: Pick<StarRule, 'source'>): string =>
  shippedText(source, 'rubric:stars.source');
