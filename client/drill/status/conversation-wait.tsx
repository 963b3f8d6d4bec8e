import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { LiveWait } from './live-wait.tsx';
import { responseStateOf, responseStateWord } from './response-state.ts';

type Props = { conversation: ConversationView; isLongest?: boolean };

/** How long this customer has been waiting; for who isn't waiting, the words for how it stands with them. */
export const ConversationWait = ({ conversation, isLongest = true }: Props) => {
  const responseState = responseStateOf(conversation);
  return responseState.kind === 'waiting' ? (
    <LiveWait since={responseState.since} isLongest={isLongest} />
  ) : (
    <ResponseStateWord responseState={responseState} />
  );
};

/** As high as the meter, so that a row keeps its height when the customer is answered. */
const ResponseStateWord = ({ responseState }: { responseState: Parameters<typeof responseStateWord>[0] }) => (
  <span className="inline-flex h-20 shrink-0 items-center whitespace-nowrap text-12 text-ink-3">
    {responseStateWord(responseState)}
  </span>
);
