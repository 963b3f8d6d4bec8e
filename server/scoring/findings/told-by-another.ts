/** Findings that tell once more what another finding tells already, of the same words or the same silence (RULES T109). */
import type { Rubric } from '#engine/model/rubric.ts';
import { codeList } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { FindingDraft } from '#scoring/facts/finding-draft.ts';
import { quotedText } from '#scoring/log/phrasing.ts';

/** The card on what can't be answered at once: it forbids guesses of any matter, those of other cards among them. */
const ANY_MATTER = 'c-when';
/** Words that send goods, and words that send money. */
const OF_GOODS = /[到达收赶](?!账|帐|卡|款)/;
const OF_MONEY = /到[账帐卡]|打款|原路|退/;
/** A question opens in the burst at whose end the wait begins. */
const LONGEST_BURST_MS = 30_000;
/** Findings on a question that nobody answered. */
const UNANSWERED = codeList('ignored', 'evaded', 'vague');

type HostOf = (facts: ConversationFacts, draft: FindingDraft, others: readonly FindingDraft[]) => FindingDraft | null;

const isSameMessage = (a: FindingDraft, b: FindingDraft): boolean =>
  a.quoteAt !== null && b.quoteAt !== null && a.quoteAt.message === b.quoteAt.message;

const isVow = ({ code, detailParts }: FindingDraft): boolean =>
  code === 'against-card' && detailParts.rightAnswer === undefined;

/** 再赔您50块，今天就到账: the vow of what may not be promised, of what was vowed before, or of money told as sent. */
const hostOfVow: HostOf = ({ conversation }, draft, others) => {
  if (!isVow(draft) || draft.citation?.id !== ANY_MATTER) return null;
  const wordsOf = ({ quoteAt }: FindingDraft): string => (quoteAt && quotedText(conversation, quoteAt)) ?? '';
  const words = wordsOf(draft);
  return (
    others.find((other) => other.code === 'beyond-authority' && isSameMessage(other, draft) && OF_MONEY.test(words)) ??
    others.find(
      (other) =>
        isVow(other) &&
        other.citation?.id !== ANY_MATTER &&
        other.at <= draft.at &&
        OF_GOODS.test(words) &&
        OF_GOODS.test(wordsOf(other)),
    ) ??
    others.find(
      (other) =>
        other.code === 'claimed-undone' &&
        other.at <= draft.at &&
        OF_MONEY.test(words) &&
        OF_MONEY.test(`${wordsOf(other)}${other.detailParts.action?.title ?? ''}`),
    ) ??
    null
  );
};

/** 已经反馈了，尽快给您处理, then the answer: the hedge is what was said in place of the deed. */
const hostOfHedge: HostOf = ({ pointResults }, draft, others) => {
  const isLeftOpen = pointResults.some(
    ({ question, point, state }) => draft.spoiledQuestions.includes(question.id) && point.must && state === 'missed',
  );
  if (draft.code !== 'vague' || isLeftOpen) return null;
  return others.find((other) => other.code === 'claimed-undone' && isSameMessage(other, draft)) ?? null;
};

/** A question never answered isn't answered late as well. */
const hostOfNoAnswer: HostOf = ({ conversation }, draft, others) => {
  if (draft.code !== 'late-first' || draft.turn !== null || draft.span === null) return null;
  const { from, until } = draft.span;
  const opened = conversation.questions.filter(
    ({ openedAt }) => openedAt >= from - LONGEST_BURST_MS && openedAt <= until,
  );
  return (
    others.find(
      (other) =>
        UNANSWERED.includes(other.code) && opened.some(({ question }) => other.spoiledQuestions.includes(question)),
    ) ?? null
  );
};

const HOSTS: readonly HostOf[] = [hostOfVow, hostOfHedge, hostOfNoAnswer];

/**
 * The sure findings, each of those told by another left to it. What both lose is explained there, and it costs no less than
 * the dearer of the two: else a fault more would save marks (RULES M15).
 */
export const toldByAnother = (facts: ConversationFacts, drafts: readonly FindingDraft[]): FindingDraft[] => {
  const sure = drafts.filter(({ unsure, code }) => !unsure && !code.startsWith('merit:'));
  const hosts = new Map<FindingDraft, FindingDraft>();
  for (const draft of sure) {
    const others = sure.filter((other) => other !== draft && !hosts.has(other));
    const host = HOSTS.map((hostOf) => hostOf(facts, draft, others)).find((found) => found !== null);
    if (host) hosts.set(draft, host);
  }
  return drafts
    .filter((draft) => !hosts.has(draft))
    .map((draft) => {
      const told = sure.filter((other) => hosts.get(other) === draft);
      return told.length === 0 ? draft : withTold(facts.rubric, draft, told);
    });
};

const withTold = (rubric: Rubric, host: FindingDraft, told: readonly FindingDraft[]): FindingDraft => {
  const deductOf = (code: string): number => rubric.findings.find((rule) => rule.code === code)?.deduct ?? 0;
  const costOf = ({ code, costShare }: FindingDraft): number => deductOf(code) * costShare;
  const dearest = Math.max(...[host, ...told].map(costOf));
  const own = deductOf(host.code);
  return {
    ...host,
    costShare: own === 0 ? host.costShare : dearest / own,
    explainedKeys: [...host.explainedKeys, ...told.flatMap(({ explainedKeys }) => explainedKeys)],
    spoiledQuestions: [...new Set([host, ...told].flatMap(({ spoiledQuestions }) => spoiledQuestions))],
  };
};
