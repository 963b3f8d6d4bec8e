/** A red line in doubt on words that are surely the lesser fault: the fault costs what it costs, and the doubt is gone. */
import { describe, expect, it } from 'vitest';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { withDistinctQuotes } from '#scoring/findings/distinct.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';

const TEXT = '这样吧我做主给您补50块，今天就到账';
const conversation = { traineeMessages: [{ id: 'm1', text: TEXT }] } as unknown as ConversationHistory;

const draft = (code: FindingDraft['code'], unsure: boolean, start = 0, end = 12): FindingDraft =>
  draftFinding({
    code,
    at: 0,
    conversation: 'c1',
    turn: 1,
    quoteAt: { message: 'm1', start, end },
    customerText: '',
    because: '',
    citation: null,
    suggestion: null,
    unsure,
  });
const kept = (...drafts: FindingDraft[]): string[] =>
  withDistinctQuotes(conversation, drafts).map(({ code, unsure }) => `${code}${unsure ? '?' : ''}`);

describe('[M52] a red line in doubt', () => {
  describe.each([
    ['red-line:unauthorised-promise', 'beyond-authority'],
    ['red-line:insult', 'hostile'],
    ['red-line:threat', 'impatient'],
  ] as const)('%s on the words of %s', (redLine, lesser) => {
    it('gives way to it where it is sure', () => {
      expect(kept(draft(redLine, true, 3, 8), draft(lesser, false))).toEqual([lesser]);
    });

    it('keeps the words where both are in doubt, and where it is sure itself', () => {
      expect(kept(draft(redLine, true), draft(lesser, true))).toEqual([`${redLine}?`]);
      expect(kept(draft(redLine, false), draft(lesser, false))).toEqual([redLine]);
    });

    it('stays beside it on other words, and beside another fault', () => {
      expect(kept(draft(redLine, true, 13, 18), draft(lesser, false))).toEqual([`${redLine}?`, lesser]);
      expect(kept(draft(redLine, true), draft('against-card', false))).toEqual([`${redLine}?`]);
    });
  });
});
