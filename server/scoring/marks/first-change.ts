/** "Change this first": one act, a reply for it that can be sent as it stands, and a goal to count it by (RULES M5). */

import type { Report } from '#contract/report.ts';
import type { FindingRule, Rubric } from '#engine/model/rubric.ts';
import { language } from '#i18n/language.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { adviceInTwo } from '#scoring/facts/rubric-texts.ts';
import { wasPassedOver } from '#scoring/facts/waiting.ts';
import { toTenth } from '#scoring/log/arithmetic.ts';
import { type MainFault, marksOf } from './main-fault.ts';
import { goalFor, type ReplyCounts } from './next-goal.ts';

const ENDS_WITH_STOP = /[。！？.!?]$/;

/**
 * `capCosts`: marks of the total that a cap alone takes; without the capping fault they come back too. `draft`:
 * of the worst fault. Where its first words had the answer and came late, the answer's place in them isn't what to change
 * (RULES M95). `allFacts`: whom to look at first is told where somebody who had waited longer was passed over (RULES M209).
 */
export const firstChange = (
  rubric: Rubric,
  mainFault: MainFault | null,
  replies: ReplyCounts,
  {
    capCosts = 0,
    draft = null,
    allFacts = [],
  }: { capCosts?: number; draft?: FindingDraft | null; allFacts?: readonly ConversationFacts[] } = {},
): Report['first'] => {
  if (mainFault === null) return null;
  const { fault, wonBack } = mainFault;
  const rule = rubric.findings.find((rule) => rule.code === fault.code);
  if (!rule) return null;
  const { title, advice } = adviceOf(rule);
  const isPassedOver = wonBack.some(({ conversation, at }) => {
    const wait = allFacts
      .find((facts) => facts.conversation.key === conversation)
      ?.rounds.find(({ from, seconds }) => from <= at && at < from + seconds * 1000);
    return (
      wait !== undefined && wasPassedOver(allFacts, conversation, { from: wait.from, until: wait.to ?? wait.from })
    );
  });
  return {
    family: rule.family,
    title: draft?.detailParts.openedLate ? say(`marks:first.open.${isPassedOver ? 'several' : 'alone'}`) : title,
    advice:
      fault.better === null
        ? advice
        : adviceLine(fault.better, draft?.isSteps || isUnquoted(fault.better, fault.family)),
    goal: goalFor(fault.code, replies),
    marks: toTenth(marksOf(wonBack) + capCosts),
    findings: wonBack.map((finding) => finding.id),
  };
};

/**
 * The advice as title and text. That of asking for codes begins with refunds, which most such words have nothing to do with, so its
 * second sentence heads it (RULES M195).
 */
const adviceOf = (rule: FindingRule): { title: string; advice: string } => {
  const { title, advice } = adviceInTwo(rule);
  return rule.code === 'red-line:credential' ? { title: advice.replace(/[。.]$/, ''), advice } : { title, advice };
};

/** Steps to follow aren't words to send, so they stand without quotation marks. */
const adviceLine = (line: string, isUnquotedLine: boolean): string => {
  if (!isUnquotedLine) return say('marks:first.say', { line });
  return ENDS_WITH_STOP.test(line) ? line : say('marks:first.do', { line });
};

/** In Chinese a text gets no quotation marks around it if it has its own, or if it names an operation. */
const isUnquoted = (line: string, family: string): boolean =>
  language() === 'zh' && (family === 'operation' || line.includes('「'));
