/** Words: quick replies and their three misuses, words a minute, answers to messages (docs/trade.md §4, §9; RULES M4). */
import type { Measure } from '#contract/report.ts';
import type { QuickReplyNote } from '#engine/model/turn-judgement.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { isRepeated } from '#scoring/facts/turn-grade.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';
import { type MeasureOf, nameAndFormula, percent, shareWorked } from './measure.ts';

const notesOf = (allFacts: readonly ConversationFacts[]): readonly QuickReplyNote[] =>
  allFacts.flatMap((facts) => facts.conversation.turns.flatMap(({ judgement }) => judgement.canned));

const misuse = (
  allFacts: readonly ConversationFacts[],
  verdict: QuickReplyNote['verdict'],
  id: 'canned-off-topic' | 'canned-rigid',
): Measure => {
  const notes = notesOf(allFacts);
  const misuseCount = notes.filter((note) => note.verdict === verdict).length;
  return {
    ...nameAndFormula(id),
    value: misuseCount,
    unit: 'count',
    target: '0',
    ok: misuseCount === 0,
    worked: say('desk-figures:worked.misused', {
      used: notes.filter(({ quickReply }) => quickReply !== '').length,
      n: misuseCount,
    }),
  };
};

export const quickRepliesOffTopic: MeasureOf = (allFacts) => misuse(allFacts, 'off-topic', 'canned-off-topic');
export const quickRepliesRigid: MeasureOf = (allFacts) => misuse(allFacts, 'rigid', 'canned-rigid');
/** Quick replies sent again, and short sentences typed again word for word. */
export const quickRepliesRepeated: MeasureOf = (allFacts) => {
  const notes = notesOf(allFacts).filter(({ verdict }) => verdict === 'repeated');
  const phrases = notes.filter(({ quickReply }) => quickReply !== '').length;
  // The judge notes repeated sentences from six characters on; shorter ones are found by comparing turns.
  const shortRepeats = sum(
    allFacts.map(
      (facts) =>
        facts.conversation.turns.filter(
          (turn) =>
            isRepeated(facts.conversation, turn) &&
            !turn.judgement.canned.some(({ verdict }) => verdict === 'repeated'),
        ).length,
    ),
  );
  const value = notes.length + shortRepeats;
  return {
    ...nameAndFormula('canned-repeated'),
    value,
    unit: 'count',
    target: '0',
    ok: value === 0,
    worked:
      value === 0
        ? say('desk-figures:worked.not-repeated')
        : say('desk-figures:worked.repeated', { n: value, phrases, typed: value - phrases }),
  };
};

/** Share of messages made from a quick reply. Shown, never scored (RULES M4). */
export const quickReplyShare: MeasureOf = (allFacts) => {
  const all = sum(allFacts.map((facts) => facts.conversation.traineeMessages.length));
  const canned = notesOf(allFacts).filter(({ quickReply }) => quickReply !== '').length;
  return {
    ...nameAndFormula('canned-share'),
    value: percent(canned, all),
    unit: 'percent',
    target: null,
    ok: null,
    worked: shareWorked(canned, all),
  };
};

/** 答问比 = trainee messages ÷ customer messages (healthy 1.2–1.8). Shown, never scored (RULES M4). */
export const answerRatio: MeasureOf = (allFacts) => {
  const traineeCount = sum(
    allFacts.map(
      (facts) =>
        facts.conversation.traineeMessages.length + facts.conversation.clicks.filter(({ sends }) => sends).length,
    ),
  );
  const customerCount = sum(allFacts.map((facts) => facts.conversation.customerMessages.length));
  return {
    ...nameAndFormula('answer-ratio'),
    value: customerCount === 0 ? null : Math.round((traineeCount / customerCount) * 100) / 100,
    unit: 'ratio',
    target: '1.2–1.8',
    ok: null,
    worked: shareWorked(traineeCount, customerCount),
  };
};

/** Nobody types a character in less than 100 ms: faster ones were pasted, or the two clocks disagree. */
const FASTEST_MS = 100;

/** 字/分钟 = characters typed ÷ minutes from first key to sent. The times come from the browser: shown, never scored. */
export const typingSpeed: MeasureOf = (allFacts) => {
  const timed = allFacts.flatMap((facts) =>
    facts.conversation.traineeMessages.flatMap((message) => {
      const round = facts.rounds.find(({ replyId }) => replyId === message.id);
      const { anatomy } = message;
      if (!round || !anatomy || anatomy.firstKeyMs === null || anatomy.typed === 0) return [];
      const ms = round.seconds * 1000 - anatomy.firstKeyMs;
      return ms >= anatomy.typed * FASTEST_MS ? [{ typed: anatomy.typed, ms }] : [];
    }),
  );
  const typed = sum(timed.map((reply) => reply.typed));
  const minutes = sum(timed.map((reply) => reply.ms)) / 60_000;
  return {
    ...nameAndFormula('typing-speed'),
    value: minutes === 0 ? null : toTenth(typed / minutes),
    unit: 'per-minute',
    target: '55–88',
    ok: null,
    worked:
      minutes === 0
        ? say('desk-figures:worked.untimed')
        : say('desk-figures:worked.typed', { typed, minutes: toTenth(minutes) }),
  };
};
