/** Whether a customer agreed to an operation that they were offered, before it was clicked (RULES T117). */
import type { EventOf } from '#engine/model/events.ts';
import { offersDeed } from '#language/deeds/offers.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import type { Placed } from '#scoring/log/conversation-history.ts';

/** 嗯嗯 好, 要得, 那你弄吧: begins by agreeing; a bare 哦 or 晓得了 agrees to nothing. */
const AGREES =
  /^(?:嗯+|哦|噢|那|就|[\s，,])*(?:好(?![像几多久慢烦难不])|行(?!不)|可以(?!不|吗)|成(?!不)|要得|得嘞|要噻|没问题|麻烦|帮我|[你您][弄点办]|(?:嗯+|对|是的?|中)[啊呀的嘞吧了\s。！!～~]*$)/;
/** Anything that sounds like a no, or like not yet. */
const DECLINES = /不用|不要|不必|不行|不好|不想|算了|先不|别(?![的人])|莫|等等|等一?[下哈]|再想|好像/;

/** The customer's bubbles between the turn with the offer and the trainee's next words are their answer to it. */
export const wasAgreedTo = (
  { conversation, caseFacts }: Pick<ConversationFacts, 'conversation' | 'caseFacts'>,
  click: Placed<EventOf<'action-done'>>,
): boolean => {
  const operation = { id: click.action, words: caseFacts.action(click.action)?.named ?? [] };
  return conversation.turns.some((turn) => {
    if (turn.index > click.index || !offersDeed(turn.judgement.text, [operation])) return false;
    const next = conversation.traineeMessages.find(({ index }) => index > turn.index)?.index ?? click.index;
    const until = Math.min(next, click.index);
    const answers = conversation.customerMessages.flatMap(({ index, bubble }) =>
      index > turn.index && index < until && bubble.kind === 'text' ? [bubble.text] : [],
    );
    return answers.some((text) => AGREES.test(text)) && !answers.some((text) => DECLINES.test(text));
  });
};
