import type { Measure } from '#contract/report.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { MeasureOf } from './measure.ts';
import { paymentReminders, recovered } from './payment-reminders.ts';
import {
  basket,
  conversion,
  followUps,
  orderPrompts,
  replyRate,
  returningBuyers,
  satisfaction,
  unanswered,
} from './service.ts';
import {
  firstAnswer,
  firstResponse,
  ledgerMean,
  longHandling,
  meanResponse,
  mostAtOnce,
  queueWait,
  slowHandling,
} from './times.ts';
import {
  answerRatio,
  quickRepliesOffTopic,
  quickRepliesRepeated,
  quickRepliesRigid,
  quickReplyShare,
  typingSpeed,
} from './word-measures.ts';

/** In the order the report shows them. */
const ALL: readonly MeasureOf[] = [
  firstResponse,
  firstAnswer,
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
  quickRepliesOffTopic,
  quickRepliesRigid,
  quickRepliesRepeated,
  quickReplyShare,
  orderPrompts,
  followUps,
  paymentReminders,
  recovered,
  satisfaction,
  conversion,
  basket,
  returningBuyers,
];

export const measuresOf = (allFacts: readonly ConversationFacts[]): Measure[] =>
  ALL.map((measure) => measure(allFacts));
