/**
 * The acts a reply performs (ARCHITECTURE.md): the trained head of acts judges each piece between two marks. Rules stand
 * beside it: a piece is a promise of time only if it names a time and does not ask; 就别下单了 urges nobody to order; a bid
 * that names what to order (拍L码就行) or that only the paying is left (付了就行) is one (RULES M91, M101).
 */

import { chancesOf, WEIGHTED_BUCKETS } from '#language/classifier/classifier.ts';
import { Features } from '#language/classifier/features.ts';
import { LEARNED_ACTS } from '#language/classifier/heads.ts';
import type { Reading } from '#language/reading/clause.ts';
import { ACT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { ACTS, type Act, type Evidence } from '#language/terms/verdicts.ts';
import { bidsToOrder, bidsToPay } from './bids.ts';
import type { Moment } from './moment.ts';
import { addPieceFeatures, mayPromise, mayUrge, type Piece, piecesOf } from './pieces.ts';
import { soothes } from './soothing.ts';

export { type Moment, momentOf } from './moment.ts';

const MIN_CHANCES = Float64Array.from(LEARNED_ACTS, (act) => ACT_THRESHOLDS[act]);

const PROMISE_OUTPUT = LEARNED_ACTS.indexOf('promise-time');
const URGE_OUTPUT = LEARNED_ACTS.indexOf('order-prompt');
const REMIND_OUTPUT = LEARNED_ACTS.indexOf('payment-reminder');
const SOOTHE_OUTPUT = LEARNED_ACTS.indexOf('empathy');
const ASK_OUTPUT = LEARNED_ACTS.indexOf('ask-info');

/** Scratch, emptied for every piece. */
const PIECE_FEATURES = new Features(WEIGHTED_BUCKETS);

/** `askChances`: for each clause, the chance (0–1) that it asks for something. */
type FoundActs = { acts: Act[]; evidence: Evidence[]; askChances: Float64Array };

/** The acts of a reply, each with the piece most likely to carry it. `asksToWait`: the reply asks the customer to wait. */
export const actsIn = (reading: Reading, moment: Moment, asksToWait: boolean): FoundActs => {
  const pieces = piecesOf(reading);
  const askChances = new Float64Array(reading.clauses.length);
  let clauseIndex = 0;
  const bestChances = new Float64Array(LEARNED_ACTS.length);
  const carriers: Piece[] = [];
  for (const [pieceIndex, piece] of pieces.entries()) {
    PIECE_FEATURES.clear();
    addPieceFeatures(PIECE_FEATURES, pieces, pieceIndex, moment);
    const chances = chancesOf('act', PIECE_FEATURES);
    for (; (reading.clauses[clauseIndex]?.start ?? Number.POSITIVE_INFINITY) < piece.end; clauseIndex++)
      askChances[clauseIndex] = chances[ASK_OUTPUT] as number;
    for (let act = 0; act < bestChances.length; act++) {
      const chance = chances[act] as number;
      if (chance < (MIN_CHANCES[act] as number) || chance <= (bestChances[act] as number)) continue;
      if (
        (act === PROMISE_OUTPUT && !mayPromise(piece)) ||
        (act === URGE_OUTPUT && !mayUrge(pieces, pieceIndex, moment))
      )
        continue;
      bestChances[act] = chance;
      carriers[act] = piece;
    }
  }
  const stated = pieces.filter(({ closingMark }) => closingMark !== '?');
  carriers[URGE_OUTPUT] ??= stated.find(({ text }) => bidsToOrder(text)) as Piece;
  carriers[SOOTHE_OUTPUT] ??= stated.find(({ text }) => soothes(text)) as Piece;
  // What is ordered already is only to be paid: a reminder, no bid to order.
  carriers[moment.unpaid ? REMIND_OUTPUT : URGE_OUTPUT] ??= stated.find(({ text }) => bidsToPay(text)) as Piece;
  const evidence: Evidence[] = [];
  const acts = ACTS.filter((act) => {
    if (act === 'hold') return asksToWait;
    const carrier = carriers[LEARNED_ACTS.indexOf(act)];
    if (carrier) evidence.push({ what: `act:${act}`, start: carrier.start, end: carrier.end });
    return carrier !== undefined;
  });
  return { acts, evidence, askChances };
};
