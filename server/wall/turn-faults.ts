/** Faults in a judged turn, by the lines the report draws; the report decides, this only says where to look. */
import type { CannedNote, Quote, TurnJudgement } from '#engine/events.ts';
import type { Talk } from './tile-state.ts';

export type TurnFault = { code: string; message: string | null; quote: string };

/** Below this the tone is a guess (RULES M2). */
const SURE = 0.6;
const CANNED: Readonly<Record<Exclude<CannedNote['verdict'], 'fit'>, string>> = {
  'off-topic': 'canned-off-topic',
  rigid: 'canned-rigid',
  repeated: 'canned-repeated',
};

export function turnFaults(talk: Talk, judgement: TurnJudgement): TurnFault[] {
  const { points, redLines, tone, toneConfidence, toneQuote, canned, unfilled, askedAgain, forbiddenWords } = judgement;
  const at = (quote: Quote | null | undefined): Omit<TurnFault, 'code'> => words(talk, judgement, quote);
  const found: TurnFault[] = [];
  for (const hit of redLines) {
    if (hit.confidence === 'high') found.push({ code: `red-line:${hit.code}`, ...at(hit.quote) });
  }
  for (const note of points) if (note.state === 'wrong') found.push({ code: 'wrong-fact', ...at(note.quote) });
  for (const done of forbiddenWords.slice(0, 1)) found.push({ code: 'forbidden-action', ...at(done.quote) });
  if (tone !== 'warm' && tone !== 'neutral' && toneConfidence >= SURE) found.push({ code: tone, ...at(toneQuote) });
  for (const note of canned) {
    if (note.verdict === 'fit') continue;
    found.push({ code: CANNED[note.verdict], message: note.message, quote: talk.words[note.message] ?? '' });
  }
  for (const { quote } of unfilled) found.push({ code: 'unfilled-variable', ...at(quote) });
  for (const { quote } of askedAgain.slice(0, 1)) found.push({ code: 'asked-again', ...at(quote) });
  if (judgement.stacking) found.push({ code: 'stacking', ...at(null) });
  if (judgement.crossTalk !== null) found.push({ code: 'cross-talk', ...at(null) });
  if (isBareHold(talk, judgement)) found.push({ code: 'bare-hold', ...at(judgement.hold?.quote) });
  const nowhere = evasion(talk, judgement);
  if (nowhere !== null) found.push({ code: nowhere, ...at(null) });
  return found;
}

const isAnswered = ({ questions }: TurnJudgement): boolean =>
  questions.some(({ answer }) => answer === 'answered' || answer === 'partial');

/** A turn that could have answered and may be said to evade. */
export const mayEvade = (talk: Talk, judgement: TurnJudgement): boolean =>
  judgement.owed &&
  talk.here &&
  !judgement.stacking &&
  judgement.crossTalk === null &&
  judgement.canned.every(({ verdict }) => verdict === 'fit') &&
  !isAnswered(judgement);

function evasion(talk: Talk, judgement: TurnJudgement): 'evaded' | 'vague' | null {
  if (!mayEvade(talk, judgement)) return null;
  const has = (answer: 'evaded' | 'vague'): boolean => judgement.questions.some((one) => one.answer === answer);
  return has('evaded') ? 'evaded' : has('vague') ? 'vague' : null;
}

/** The second 稍等 without a time, and every one after it (RULES T7). */
const isBareHold = ({ bareHolds }: Talk, judgement: TurnJudgement): boolean =>
  bareHolds > 0 && judgement.hold !== null && judgement.hold.seconds === null && !isAnswered(judgement);

function words(
  talk: Talk,
  { messages, text }: TurnJudgement,
  quote: Quote | null | undefined,
): Omit<TurnFault, 'code'> {
  const whole = quote ? talk.words[quote.message] : undefined;
  if (quote && whole !== undefined) return { message: quote.message, quote: whole.slice(quote.start, quote.end) };
  return { message: messages.at(-1) ?? null, quote: text };
}
