import type { Measure } from '#contract/report.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { MeasureOf } from './measure.ts';
import {
  basket,
  conversion,
  followUps,
  orderPrompts,
  paymentReminders,
  recovered,
  replyRate,
  returningBuyers,
  satisfaction,
  unanswered,
} from './service.ts';
import {
  firstEffective,
  firstResponse,
  ledgerMean,
  longHandling,
  meanResponse,
  mostAtOnce,
  queueWait,
  slowHandling,
} from './times.ts';
import { answerRatio, cannedOffTopic, cannedRepeated, cannedRigid, cannedShare, typingSpeed } from './word-measures.ts';

/** In the order the report shows them. */
const ALL: readonly MeasureOf[] = [
  firstResponse,
  firstEffective,
  meanResponse,
  ledgerMean,
  mostAtOnce,
  queueWait,
  unanswered,
  replyRate,
  slowHandling,
  longHandling,
  answerRatio,
  typingSpeed,
  cannedOffTopic,
  cannedRigid,
  cannedRepeated,
  cannedShare,
  orderPrompts,
  followUps,
  paymentReminders,
  recovered,
  satisfaction,
  conversion,
  basket,
  returningBuyers,
];

export const measuresOf = (seens: readonly ConversationFacts[]): Measure[] => ALL.map((measure) => measure(seens));
