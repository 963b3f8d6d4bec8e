/** The three misuses of quick replies, told apart (docs/trade.md §4): off-topic 乱用, rigid 死用, repeated 频繁. */

import type { Conversation } from '#engine/model/drill.ts';
import type { PointNote, QuickReplyNote } from '#engine/model/events.ts';
import type { JudgeAnswer } from '#engine/model/judge-request.ts';
import type { TurnText } from '#engine/state/turn-text.ts';
import type { Judgement } from '#language/judgement.ts';

/** A quick reply of this many characters, unedited, is rigid to a short question whatever it says. */
const LONG = 80;
/** From this many characters on it is rigid when it also answers nothing. */
const LONGISH = 40;
const SHORT_QUESTION = 24;
const EDITED = 4;
/** Likeness (0–1) from which words count as the quick reply, or the message, they are compared with. */
export const SAME = 0.9;
/** Shorter messages (好的, 在的亲) are no quick reply. */
export const SHORTEST_QUICK_REPLY = 8;

/** Acts that a quick reply may rightly serve when no question is asked. */
const SOCIAL: readonly Judgement['acts'][number][] = [
  'greeting',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'goodbye',
  'thanks',
  'cross-sell',
];

export const quickReplyNotes = (
  c: Conversation,
  words: TurnText,
  notes: readonly PointNote[],
  { judgement: judged, repeated }: JudgeAnswer,
  draws: boolean,
): QuickReplyNote[] => {
  const open = judged.questions.length > 0;
  const nothingOn = judged.hold === null && judged.questions.every(({ touch }) => touch === 'none');
  const lastLine = c.lastBurst.at(-1) ?? '';
  const seen = new Set<string>();
  return words.said.flatMap((m): QuickReplyNote[] => {
    const { quickReply, similarity: likeness, edited } = m.made;
    const id = quickReply !== null && likeness >= SAME ? quickReply : null;
    const before = id !== null && m.text.length >= SHORTEST_QUICK_REPLY && c.quickReplies.includes(id);
    const again = before || repeated.includes(m.id) || (id !== null && seen.has(id));
    if (id === null)
      return again ? [{ message: m.id, quickReply: '', similarity: 1, edited: 0, verdict: 'repeated' }] : [];
    seen.add(id);
    const helps = notes.some(({ quote, state }) => quote.message === m.id && state === 'covered');
    const unedited = edited < EDITED;
    const short = lastLine.length <= SHORT_QUESTION;
    let verdict: QuickReplyNote['verdict'] = 'fit';
    if (again) verdict = 'repeated';
    else if (unedited && short && open && (m.text.length >= LONG || (m.text.length >= LONGISH && !helps)))
      verdict = 'rigid';
    else if (
      open &&
      !draws &&
      nothingOn &&
      !notes.some(({ quote }) => quote.message === m.id) &&
      !(c.turns === 0 && judged.acts.some((a) => SOCIAL.includes(a)))
    )
      verdict = 'off-topic';
    return [{ message: m.id, quickReply: id, similarity: likeness, edited, verdict }];
  });
};
