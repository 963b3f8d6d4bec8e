/** What is said with a card that the turn sends tells how to use it (RULES M124). */
import { expect, test } from 'vitest';
import type { Log } from '#tests/scoring/support/log.ts';
import { asked, codes } from '#tests/scoring/support/reading.ts';

const TAP = '点一下直接进付款页';
type Slight = { kind: 'hurries' | 'blames'; unsure: boolean };

/** One turn with these words, and with a card where `sends`. */
const turn = (slight: Slight, sends: boolean): string[] => {
  const log: Log = asked();
  const card = log.acts(9, 'send-product', { sends }).events.at(-1);
  const message = log.nextMessage;
  const quote = { message, start: 0, end: TAP.length };
  const judged = { slights: [{ ...slight, quote }], answers: { 'q-size': 'answered' as const }, points: [{}] };
  const cardId = card !== undefined && 'id' in card ? String(card.id) : '';
  log.writes(10, TAP).judges(10, [cardId, message], TAP, judged);
  return codes(log.ends(60, 'kept', 'paid').finishes(70).events);
};

test('[M124] it is not doubted to hurry, and surely hurrying still costs', () => {
  expect(turn({ kind: 'hurries', unsure: true }, true)).not.toContain('slighted');
  expect(turn({ kind: 'hurries', unsure: false }, true)).toContain('slighted');
});

test('[M124] without a card, or where it may blame, the doubt stands', () => {
  expect(turn({ kind: 'hurries', unsure: true }, false)).toContain('slighted');
  expect(turn({ kind: 'blames', unsure: true }, true)).toContain('slighted');
});
