/** What goes into the language core and what comes out. Pure data; offsets are UTF-16 offsets into the original reply. */

import type { Asked, RequestDetectors } from '#language/asked/asked.ts';
import type { Authority, Level } from '#language/authority/limits.ts';
import type { Promised } from '#language/authority/promises-in.ts';
import type { Contradicted } from '#language/cards/card-wordings.ts';
import type { CardInput } from '#language/cards/contradictions.ts';
import type { DeedClaim, NamedDeed } from '#language/deeds/deeds.ts';
import type { Undertaking } from '#language/deeds/undertakings.ts';
import type {
  Act,
  Answer,
  CheckedBack,
  CompiledPoint,
  Evidence,
  JudgeQuestion,
  PointVerdict,
  QuestionTouch,
  RedLineHit,
  Slight,
  Tone,
} from '#language/terms/verdicts.ts';

export type JudgeInput = {
  /** The whole turn, messages joined with '\n'. At most 10,000 characters are read. */
  reply: string;
  /** The customer's last burst, bubbles joined with '\n'. Text in round brackets is an event: （未付款）. */
  customer?: string | undefined;
  points?: readonly CompiledPoint[] | undefined;
  questions?: readonly JudgeQuestion[] | undefined;
  /** Points that no open question asks for but that are awaited: the trainee reads an order back by them. */
  awaits?: readonly string[] | undefined;
  /** The point the customer has just checked back on. */
  checked?: CheckedBack | null | undefined;
  /** The operations agents may say they did, and which of them are still owed. */
  deeds?: { named: readonly NamedDeed[]; open: readonly string[] } | undefined;
  /** What each level may give, what is owed anyway, and the highest level the trainee has reported to. */
  authority?: (Authority & { level: Level }) | undefined;
  /** Figures the shop's cards and products fix; null where it has none. */
  cards?: CardInput | null | undefined;
  /** What the shop's goods are called, folded: 丑苹果 calls nobody ugly, and the 5 of 5号羽毛球拍 is no day. */
  goodsNames?: readonly string[] | undefined;
  /** The facts the customer may be asked for, compiled; `told`: words for what they have already told. */
  facts?: RequestDetectors | undefined;
  told?: readonly string[] | undefined;
  /** Earlier bubbles, oldest first. */
  history?: readonly { by: 'customer' | 'trainee'; text: string }[] | undefined;
};

export type Judgement = {
  points: PointVerdict[];
  questions: QuestionTouch[];
  answer: Answer;
  tone: Tone;
  /** 0–1; see `VERDICT_THRESHOLDS.tone.told`. */
  toneConfidence: number;
  acts: Act[];
  /** What it does to the customer: blames, mocks, hurries them … Judgements stored before this field have none. */
  slights?: Slight[];
  redLines: RedLineHit[];
  /** 稍等 said; `seconds` is the time promised, null when none was. */
  hold: { seconds: number | null } | null;
  /** The reply takes back an earlier statement (说错了 / 更正). */
  corrects: boolean;
  /** The reply asks the customer something (a clause in question or request mood). */
  asks: boolean;
  /** The reply surely asks something that wants an answer: 您要退还是换. Judgements stored before this field have none. */
  asksOutright?: boolean;
  /** The reply says goodbye in words of leave. Judgements stored before this field have none. */
  takesLeave?: boolean;
  /** The reply only says the customer's question again: it covers nothing and asks nothing. */
  parrots: boolean;
  /** Keyword lists without a sentence, or many policies at once (T3): covers nothing. */
  stacking: boolean;
  /** Operations told as done by the shop. Whether they were done is decided outside the language core. */
  claims: DeedClaim[];
  /** Operations the shop undertakes to do. Judgements stored before this field have none. */
  undertakings?: Undertaking[];
  /** Operations it speaks of as the shop's to do, in whatever form. Judgements stored before this field have none. */
  spokenDeeds?: string[];
  /** Promises above the level reached. */
  promises: Promised[];
  /** Figures told otherwise than a card has them. */
  contradictions: Contradicted[];
  /** Facts asked for; `askedAgain`: words the customer has already told that are asked for again. */
  asked: Asked[];
  askedAgain: Asked[];
  evidence: Evidence[];
};
