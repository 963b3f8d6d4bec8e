/** What an announcement changes of a good, and whether it says so itself. */
import { say } from '#i18n/say.ts';
import type { CaseCheck } from '#library/view/case-view.ts';

const CENTS_A_YUAN = 100;

export const checkIncident: CaseCheck = function* ({ authored: { incident } }) {
  const { notice = '', changes } = incident ?? {};
  if (changes === undefined) return;
  const { price, stock } = changes;
  const path = ['incident', 'changes'];
  const yuan = String((price ?? 0) / CENTS_A_YUAN);
  const figures: readonly string[] = notice.match(/\d+(?:\.\d+)?/g) ?? [];
  const isSaid = price === undefined || figures.includes(yuan);
  if (price === undefined && stock === undefined)
    yield { code: 'notice-change', path, message: say('checker:notice.nothing') };
  if (!isSaid || notice === '') yield { code: 'notice-change', path, message: say('checker:notice.unsaid', { yuan }) };
};
