/** Words on their way into 我的话术: which they are, and what in them is another customer's next time (RULES Q84). */
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { knownVariable, quickReplyQuery } from '#client/drill/model/quick-replies.ts';

/** A name of one character is a syllable of many words. */
const SHORTEST_NAME = 2;

/** `typed`: what stands in the field. Null: nothing was typed and nothing said. */
export const wordsToKeep = (conversation: ConversationView, typed: string): string | null => {
  if (typed.trim() !== '' && quickReplyQuery(typed) === null) return typed.trim();
  const last = conversation.items.findLast((item) => item.kind === 'trainee' && item.withdrawn === undefined);
  return last?.kind === 'trainee' ? last.text : null;
};

/**
 * With the customer's and the shop's name as variables: the next customer has another. `filled`: the variables that a desk
 * fills, the usual one of each meaning first.
 */
export const withVariables = (
  text: string,
  names: { customer: string; shop: string | null },
  filled: readonly string[],
): string =>
  (['customer', 'shop'] as const).reduce((words, meaning) => {
    const name = names[meaning];
    const variable = filled.find((one) => knownVariable(one) === meaning);
    if (name === null || name.length < SHORTEST_NAME || variable === undefined) return words;
    return words.replaceAll(name, `{${variable}}`);
  }, text);

const LONGEST_TITLE = 10;
/** Words that begin many sentences and tell none from another. */
const GREETS = /^(?:亲|您好|你好|在的|好的|嗯|\{[^{}]*\})+$/;

/** A title to begin with: the first clause that says something. */
export const titleOf = (text: string): string => {
  const clauses = text.split(/[，。！？；~～,.!?;\s]+/).filter((clause) => clause !== '');
  const first = clauses.find((clause) => !GREETS.test(clause)) ?? '';
  return first.replaceAll(/\{[^{}]*\}/g, '').slice(0, LONGEST_TITLE);
};
