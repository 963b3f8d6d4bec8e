import type { ConversationView, HoldPromise } from '#client/drill/model/drill-view.ts';

/** In which words somebody said that they are back. */
export const wordsOf = ({ items }: ConversationView, { message, from }: HoldPromise): string => {
  const said = items.find((item) => item.kind === 'trainee' && item.id === message);
  return said?.kind === 'trainee' ? said.text : (from?.words ?? '');
};
