/** What was said and done, in order, with the findings that rest on each line. */
import type { Report, ReportFinding } from '#contract/report.ts';
import type { Bubble, CustomerDeed, OpenPlace, Outcome } from '#engine/model/content.ts';
import type { EventOf } from '#engine/model/events.ts';
import { say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { titleOfDeed } from '#scoring/facts/trade-texts.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import type { ConversationHistory } from '#scoring/log/conversation-history.ts';
import { bubbleText, yuan } from '#scoring/log/phrasing.ts';
import { endingName } from './outcome-name.ts';

type Line = Report['transcript'][number];

/** What an outcome is called in the language of the request. */
export const outcomeName = (outcome: Outcome): string => say(`page:outcome.${outcome}`);

/** The names of all outcomes. */
export const outcomeNames = (): Readonly<Record<Outcome, string>> => ({
  paid: outcomeName('paid'),
  kept: outcomeName('kept'),
  returned: outcomeName('returned'),
  exchanged: outcomeName('exchanged'),
  lost: outcomeName('lost'),
  escalated: outcomeName('escalated'),
});

const deedText = (deed: CustomerDeed): string => {
  switch (deed.deed) {
    case 'place-order':
      return say(`page:deed.${deed.pays ? 'ordered-paid' : 'ordered-unpaid'}`, { money: yuan(deed.amount) });
    case 'pay':
      return say('page:deed.paid');
    case 'open-refund':
      return deed.amount === null ? say('page:deed.refund') : say('page:deed.refund-of', { money: yuan(deed.amount) });
    case 'open-complaint':
      return say('page:deed.complaint', { level: deed.level });
    case 'bad-review':
      return say('page:deed.bad-review');
    case 'rate':
      return say('page:deed.rated', { stars: deed.stars });
  }
};

/** The drawing beside its words; nothing for other bubbles and for a name that has none. */
const pictureIn = (bubble: Bubble, caseFacts: CaseFacts): Pick<Line, 'picture'> => {
  const drawing = bubble.kind === 'picture' ? caseFacts.picture(bubble.picture) : null;
  if (drawing === null) return {};
  const { picture, alt, width, height } = drawing;
  return { picture: { picture, alt, width, height } };
};

/** The public place where the trainee's words at this place in the log were read: that of the customer's last words. */
export const placeAt = (conversation: ConversationHistory, index: number): { place?: OpenPlace } => {
  const place = conversation.customerMessages.findLast((line) => line.index < index)?.place;
  return place ? { place } : {};
};

/** What the 班组长 answered, with their words; what the shop said where nobody did. */
const leadText = ({ answer, result }: EventOf<'lead-answered'>): string => {
  if (answer === null) return say('page:lead.none', { words: result.join('') });
  const words = [answer.words, ...result].filter((part) => part !== '').join(' ');
  if (answer.how !== 'granted' || answer.amount === null) return say(`page:lead.${answer.how}`, { words });
  return say('page:lead.granted-sum', { money: yuan(answer.amount), words });
};

export const transcriptOf = (facts: ConversationFacts, findings: readonly ReportFinding[]): Line[] => {
  const { conversation, caseFacts } = facts;
  const onMessage = (id: string): string[] =>
    findings
      .filter((finding) => [finding, ...finding.again].some(({ quoteAt }) => quoteAt?.message === id))
      .map((finding) => finding.id);

  const lineOf = (
    id: string,
    at: number,
    index: number,
    by: Line['by'],
    text: string,
    findingIds: string[],
  ): Line & { index: number } => {
    return { id, conversation: conversation.key, at, by, text, findings: findingIds, quickReply: null, index };
  };

  const lines: (Line & { index: number })[] = [
    ...conversation.customerMessages.map((bubble) => ({
      ...lineOf(bubble.id, bubble.at, bubble.index, 'customer', bubbleText(bubble.bubble, caseFacts), []),
      ...pictureIn(bubble.bubble, caseFacts),
      ...(bubble.place && { place: bubble.place }),
    })),
    ...conversation.bystanders.map((bystander) => ({
      ...lineOf(bystander.id, bystander.at, bystander.index, 'bystander', bystander.text, []),
      name: bystander.name,
      ...(bystander.place && { place: bystander.place }),
    })),
    ...conversation.traineeMessages.map((message) => ({
      ...lineOf(message.id, message.at, message.index, 'trainee', message.text, onMessage(message.id)),
      quickReply: message.made.quickReply,
      ...placeAt(conversation, message.index),
      ...(conversation.withdrawals.some((withdrawal) => withdrawal.message.id === message.id) && {
        isWithdrawn: true as const,
      }),
    })),
    ...conversation.withdrawals
      .filter(({ heard }) => !heard)
      .map(({ message }) => ({
        ...lineOf(message.id, message.at, message.index, 'withdrawn', message.text, []),
        ...placeAt(conversation, message.index),
        isWithdrawn: true as const,
      })),
    ...conversation.clicks.map((action) => {
      const amount = action.with.amount;
      const title = titleOfDeed(caseFacts, action.action);
      return lineOf(
        action.id,
        action.at,
        action.index,
        'action',
        `${title}${typeof amount === 'number' ? ` ${yuan(amount)}` : ''}`,
        onMessage(action.id),
      );
    }),
    ...conversation.leadAnswers.map((answered) =>
      lineOf(`${answered.ask}-lead`, answered.at, answered.index, 'event', leadText(answered), []),
    ),
    ...conversation.customerDeeds.map((customerDeed) =>
      lineOf(
        `${conversation.key}-did-${customerDeed.index}`,
        customerDeed.at,
        customerDeed.index,
        'event',
        deedText(customerDeed.deed),
        [],
      ),
    ),
    // Without this row a reader takes words said days later for the same conversation.
    ...conversation.storyJumps
      .filter((jump) => jump.text !== '')
      .map((jump) => lineOf(`${conversation.key}-jump-${jump.index}`, jump.at, jump.index, 'event', jump.text, [])),
    ...conversation.endings.map((ending) =>
      lineOf(
        `${conversation.key}-end-${ending.index}`,
        ending.at,
        ending.index,
        'event',
        say('page:ended', { outcome: endingName(facts, ending), rating: ending.rating }),
        [],
      ),
    ),
  ];
  return lines.sort((a, b) => a.index - b.index).map(({ index: _, ...rest }) => rest);
};
