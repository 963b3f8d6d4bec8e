/** Which better wording a reader has been shown already doesn't depend on the language it is told in. */
import { describe, expect, it } from 'vitest';
import { inLanguage, type Language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import { draftFinding, type FindingDraft, stepsOf, suggestionParts } from '#scoring/facts/finding-draft.ts';
import { historyOf } from '#scoring/log/history.ts';
import { assess } from '#scoring/report.ts';
import { eachShownOnce } from '#scoring/suggestions/once.ts';
import { asked } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const LINE = '七天内可以退货运费由店里出';
const [facts] = assess(content, historyOf(asked().replies(5, '稍等').events)).allFacts;
if (facts === undefined) throw new Error('nobody came');

/** A line shown, and the same line in steps afterwards. */
const drafts = (): FindingDraft[] => {
  const base = { conversation: facts.conversation.key };
  const steps = stepsOf(() => say('suggestions:sooner.noWait', { words: LINE }));
  return [
    draftFinding({ ...base, code: 'vague', at: 5000, suggestion: LINE }),
    draftFinding({ ...base, code: 'late-round', at: 6000, ...suggestionParts(steps) }),
  ];
};

const shownIn = (language: Language) => inLanguage(language, () => eachShownOnce(facts, drafts()));

describe('what was shown before', () => {
  it('is the same in either language where steps are told in words of ours', () => {
    const [zh, en] = [shownIn('zh'), shownIn('en')];
    expect(zh.map(({ isShownBefore }) => isShownBefore)).toEqual([false, true]);
    expect(en.map(({ isShownBefore }) => isShownBefore)).toEqual([false, true]);
  });

  it('is told in the language of the reader all the same', () => {
    expect(shownIn('zh')[1]?.suggestion).toBe(`先发「${LINE}」，不用等`);
    expect(shownIn('en')[1]?.suggestion).toMatch(/^[A-Z].*“七天内/);
    expect(shownIn('en').map(({ isSteps }) => isSteps)).toEqual([false, true]);
  });
});
