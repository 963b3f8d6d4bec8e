/** 邀评 before the customer's matter is done, or once more (RULES V5). */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { clockText, customerBefore } from '#scoring/log/phrasing.ts';
import { citationOfReview } from '#scoring/suggestions/fault-citations.ts';
import { modelAt } from '#scoring/suggestions/model.ts';

type Invitation = ConversationFacts['conversation']['reviewInvitations'][number];

/** A finding for each card that came too early, and for each one after the first. It stands at the click. */
export const reviewFindings = (facts: ConversationFacts): FindingDraft[] => {
  return facts.conversation.reviewInvitations.flatMap((invitation) => {
    if (invitation.verdict === 'early') return [invitedEarly(facts, invitation)];
    return invitation.verdict === 'again' ? [invitedAgain(facts, invitation)] : [];
  });
};

/** The click behind an invitation: its moment, its place in the log and its turn. */
const clickOf = ({ conversation }: ConversationFacts, { card, at, index }: Invitation) => {
  const click = conversation.clicks.find(({ id }) => id === card);
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(card));
  return { at: click?.at ?? at, index: click?.index ?? index, turn: turn?.judgement.turn ?? null };
};

/** What the customer was waiting for, in their own words: the question as they asked it, else what they said last. */
const waitingWords = (facts: ConversationFacts, invitation: Invitation): string => {
  const { conversation, caseFacts } = facts;
  const asked = conversation.questions.findLast(({ question }) => question === invitation.question);
  const bubble = conversation.customerMessages.find(({ id }) => id === asked?.bubbleId)?.bubble;
  if (bubble?.kind === 'text') return bubble.text;
  return customerBefore(conversation, caseFacts, clickOf(facts, invitation).index).split('\n').at(-1) ?? '';
};

const invitedEarly = (facts: ConversationFacts, invitation: Invitation): FindingDraft => {
  const { conversation, caseFacts } = facts;
  const { at, index, turn } = clickOf(facts, invitation);
  const waiting = waitingWords(facts, invitation);
  const question = caseFacts.question(invitation.question);
  const awaits = invitation.awaits ?? 'calm';
  return draftFinding({
    code: 'invited-early',
    at,
    conversation: conversation.key,
    turn,
    span: { from: at, until: at },
    observation: waiting === '' ? say('findings:review.early-plain') : say('findings:review.early-seen', { waiting }),
    customerText: waiting,
    because: say(`findings:review.${awaits}`, { question: waiting }),
    citation: citationOfReview(caseFacts),
    // What they waited for is what should have come instead of the card.
    suggestion: modelAt(facts, question, index),
    unsure: invitation.unsure,
  });
};

const invitedAgain = (facts: ConversationFacts, invitation: Invitation): FindingDraft => {
  const { conversation, caseFacts } = facts;
  const { at, index, turn } = clickOf(facts, invitation);
  const first = conversation.reviewInvitations[0] ?? invitation;
  return draftFinding({
    code: 'invited-again',
    at,
    conversation: conversation.key,
    turn,
    span: { from: at, until: at },
    observation: say('findings:review.again-seen'),
    customerText: customerBefore(conversation, caseFacts, index),
    because: say('findings:review.again', { at: clockText(clickOf(facts, first).at) }),
    citation: citationOfReview(caseFacts),
    repeatKey: 'invited-again',
  });
};
