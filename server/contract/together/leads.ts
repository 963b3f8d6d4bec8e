/** 班组长: a seat of a lesson that answers what its peers report (RULES J46–J51). */
import { z } from 'zod';
import type { LEAD_ANSWERS } from '#contract/wire/lead.ts';

/** A reason's most characters, and the fewest of one that is asked for. */
export const LEAD_WORDS = { most: 200, fewest: 2 } as const;
/** Cents. */
const MOST_AMOUNT = 10_000_000;

/** Gives a seat the part, or takes it back. */
export const leadSeatSchema = z.strictObject({ seat: z.string().min(1).max(64), leads: z.boolean() });

const words = z.string().trim().max(LEAD_WORDS.most);
/** Refused, or asked back, without a word a peer wouldn't know what to tell the customer. */
const reason = words.min(LEAD_WORDS.fewest);
export const leadAnswerSchema = z.strictObject({
  drill: z.string().min(1).max(64),
  /** Of the operation that reported it. */
  ask: z.string().min(1).max(64),
  /** Made by the page for each answer that it sends: sent again after a lost reply, it is the same. */
  request: z
    .string()
    .regex(/^[0-9a-f-]{8,64}$/)
    .optional(),
  answer: z.discriminatedUnion('how', [
    z.strictObject({
      how: z.literal('granted'),
      /** Cents; null: an exception without a sum. */
      amount: z.number().int().min(1).max(MOST_AMOUNT).nullable(),
      words,
    }),
    z.strictObject({ how: z.literal('refused'), words: reason }),
    z.strictObject({ how: z.literal('asked-back'), words: reason }),
    z.strictObject({ how: z.literal('passed-up'), words }),
  ]),
});
export type LeadHow = (typeof LEAD_ANSWERS)[number];

/** `waits`: for the lead; `unanswered`: their time was over; `void`: the drill ended before that. */
export type LeadRequestState = 'waits' | 'answered' | 'unanswered' | 'void';

/** Of an answer against what the case has as its key. */
export type LeadVerdict =
  | 'right'
  /** Nothing of it was anybody's to decide. */
  | 'granted-wrongly'
  /** What the case wants done first wasn't. */
  | 'granted-unchecked'
  | 'too-much'
  | 'too-little'
  /** Above what a 班长 may give. */
  | 'beyond'
  | 'refused-wrongly'
  | 'asked-needlessly'
  | 'passed-needlessly'
  | 'unanswered';

/** What was right, and how the answer stands to it. */
export type LeadJudged = {
  verdict: LeadVerdict;
  right: LeadHow;
  /** Cents the case says; null: it names none. */
  amount: number | null;
  /** Words of the case or its card that say so, or what was to be done first; empty: the report itself was for nothing. */
  why: string[];
  inTime: boolean;
  within: boolean;
  reasoned: boolean;
  /** Of 100. */
  marks: number;
};

type Name = { id: string; no: string; name: string };
export type LeadRequest = {
  drill: string;
  ask: string;
  seat: Name;
  customer: string;
  /** Id of the shop whose card holds. */
  shop: string;
  /** The operation's own name: 报班长. */
  operation: string;
  /** What the peer wrote with it, and with further reports while it waited. */
  notes: string[];
  /** The sum that the note names, else the customer last; cents, null: none. */
  sum: number | null;
  /** The conversation's last lines until it was answered; on the lead's page empty from then until the drill is over. */
  lines: { by: 'customer' | 'colleague'; text: string }[];
  state: LeadRequestState;
  /** Epoch milliseconds. */
  askedAt: number;
  /** Milliseconds left at the body's `now`, and whether they run: a desk's clock may stand. Null: it doesn't wait. */
  left: { ms: number; runs: boolean } | null;
  answer: { how: LeadHow; amount: number | null; words: string; at: number } | null;
  /** Null: not told yet (RULES J49), or void. */
  judged: LeadJudged | null;
};

/** The shop's authority card, a line a level. */
export type LeadCard = { shop: string; name: string; levels: { level: 'A' | 'B' | 'C'; text: string }[] };

/** What the parts of an answer are worth, of 100. */
export type LeadMarks = { inTime: number; right: number; within: number; reason: number };

/** Void requests aside. `score`: their mean of 100; null: there was none. */
export type LeadFigures = {
  requests: number;
  inTime: number;
  right: number;
  within: number;
  reasoned: number;
  score: number | null;
};

/** What the seat that leads sees; sent with its seat. Requests: those that wait first, the oldest first, then the latest. */
export type SeatLead = {
  /** Whose reports come here. */
  peers: string[];
  /** Seat seconds for an answer. */
  answerS: number;
  marks: LeadMarks;
  cards: LeadCard[];
  requests: LeadRequest[];
  /** Null: not told yet. */
  figures: LeadFigures | null;
};

export type LeadRow = Name & { peers: string[]; figures: LeadFigures; requests: LeadRequest[] };
export type LeadBoard = {
  run: { id: string; name: string };
  answerS: number;
  marks: LeadMarks;
  /** Whether the parts may still be given: the drill hasn't begun, and the lesson is one in which seats can lead. */
  open: boolean;
  seats: (Name & { joined: boolean; leads: boolean })[];
  leads: LeadRow[];
  cards: LeadCard[];
  now: number;
};
