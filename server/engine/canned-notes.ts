/** The three misuses of quick replies, told apart (DOMAIN §4): off-topic 乱用, rigid 死用, repeated 频繁. */
import { similarity } from '#language/canned.ts';
import type { Judgement } from '#language/judgement.ts';
import type { Conversation } from './drill.ts';
import type { CannedNote, PointNote } from './events.ts';
import type { TurnText } from './turn-text.ts';

/** A phrase of this many characters, unedited, is rigid to a short question whatever it says. */
const LONG = 80;
/** From here on it is rigid when it also answers nothing. */
const LONGISH = 40;
const SHORT_QUESTION = 24;
const EDITED = 4;
const SAME = 0.9;
/** Shorter messages (好的, 在的亲) are no phrase. */
const SHORTEST = 8;

/** Acts that a phrase may rightly serve when no question is asked. */
const SOCIAL: readonly Judgement['acts'][number][] = [
  'greeting',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'goodbye',
  'thanks',
  'cross-sell',
];

const repeats = (c: Conversation, text: string, id: string, quickReply: string | null): boolean => {
  if (text.length < SHORTEST) return false;
  if (quickReply !== null && c.quickReplies.includes(quickReply)) return true;
  return c.said.some((m) => m.id !== id && m.text.length >= SHORTEST && similarity(m.text, text) >= SAME);
};

export const cannedNotes = (
  c: Conversation,
  words: TurnText,
  notes: readonly PointNote[],
  judged: Judgement,
  draws: boolean,
): CannedNote[] => {
  const open = judged.questions.length > 0;
  const nothingOn = judged.hold === null && judged.questions.every((q) => q.touch === 'none');
  const lastLine = c.lastBurst.at(-1) ?? '';
  const seen = new Set<string>();
  return words.said.flatMap((m): CannedNote[] => {
    const { quickReply, similarity: likeness, edited } = m.made;
    const id = quickReply !== null && likeness >= SAME ? quickReply : null;
    const earlier = c.said.slice(
      0,
      c.said.findIndex((s) => s.id === m.id),
    );
    const again = repeats({ ...c, said: earlier }, m.text, m.id, id) || (id !== null && seen.has(id));
    if (id === null)
      return again ? [{ message: m.id, quickReply: '', similarity: 1, edited: 0, verdict: 'repeated' }] : [];
    seen.add(id);
    const helps = notes.some((n) => n.quote.message === m.id && n.state === 'covered');
    const unedited = edited < EDITED;
    const short = lastLine.length <= SHORT_QUESTION;
    let verdict: CannedNote['verdict'] = 'fit';
    if (again) verdict = 'repeated';
    else if (unedited && short && open && (m.text.length >= LONG || (m.text.length >= LONGISH && !helps)))
      verdict = 'rigid';
    else if (
      open &&
      !draws &&
      nothingOn &&
      !notes.some((n) => n.quote.message === m.id) &&
      !(c.turns === 0 && judged.acts.some((a) => SOCIAL.includes(a)))
    )
      verdict = 'off-topic';
    return [{ message: m.id, quickReply: id, similarity: likeness, edited, verdict }];
  });
};
