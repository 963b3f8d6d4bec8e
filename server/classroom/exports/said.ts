/** Names, and ways to join parts of a sentence, that a class's files and results share; in the reader's language. */
import type { Report } from '#contract/report.ts';
import type { FindingRule } from '#engine/model/rubric.ts';
import { say } from '#i18n/say.ts';
import { adviceOfRule, titleOfRule } from '#scoring/facts/rubric-texts.ts';

export const gradeName = (grade: Report['grade']): string => say(`exports:grade.${grade}`);

/** 甲；乙: remarks that have nothing to do with each other. */
export const remarks = (parts: readonly string[]): string =>
  parts.reduce(
    (joinedSoFar, next) => (joinedSoFar === '' ? next : say('exports:notes', { a: joinedSoFar, b: next })),
    '',
  );

/** What a fault is called. `stored`: its Chinese name as it was kept with its code, or as a rubric has it. */
export const faultTitle = (code: string, stored: string): string => titleOfRule({ code, title: stored });

/** What a rubric advises against a fault. */
export const faultAdvice = (rule: Pick<FindingRule, 'code' | 'advice'>): string => adviceOfRule(rule);

/** A rubric's title of a red line begins with these words. A list of red lines alone leaves them out. */
const RED_LINE = /^(?:红线：|Red line: )/;

export const redLineName = ({ code, title }: { code: string; title: string }): string =>
  faultTitle(code, title).replace(RED_LINE, '');
