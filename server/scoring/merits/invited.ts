/** The customer was asked to rate once their matter was done, and not before (RULES V5). */
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { draftFinding, type FindingDraft } from '#scoring/facts/finding-draft.ts';
import { customerBefore } from '#scoring/log/phrasing.ts';

export const invitedMerit = ({ conversation, caseFacts }: ConversationFacts): FindingDraft[] => {
  const invitation = conversation.reviewInvitations.find(({ verdict }) => verdict === 'settled');
  const click = conversation.clicks.find(({ id }) => id === invitation?.card);
  if (click === undefined) return [];
  const rating = conversation.customerDeeds.map(({ deed }) => deed).find((deed) => deed.deed === 'rate');
  return [
    draftFinding({
      code: 'merit:invited',
      at: click.at,
      conversation: conversation.key,
      span: { from: click.at, until: click.at },
      observation: say('merits:invited-seen'),
      customerText: customerBefore(conversation, caseFacts, click.index),
      because: rating === undefined ? '' : say('merits:invited', { stars: rating.stars }),
    }),
  ];
};
