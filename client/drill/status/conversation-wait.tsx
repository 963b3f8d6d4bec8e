import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { LiveWait } from './live-wait.tsx';
import { standingOf, standingWord } from './standing.ts';

type Props = { conversation: ConversationView; isLongest?: boolean };

/** How long this customer has been waiting; for who isn't waiting, the words for how it stands with them. */
export const ConversationWait = ({ conversation, isLongest = true }: Props) => {
  const standing = standingOf(conversation);
  return standing.kind === 'waiting' ? (
    <LiveWait since={standing.since} isLongest={isLongest} />
  ) : (
    <StandingWord standing={standing} />
  );
};

/** As high as the meter, so that a row keeps its height when the customer is answered. */
const StandingWord = ({ standing }: { standing: Parameters<typeof standingWord>[0] }) => (
  <span className="inline-flex h-20 shrink-0 items-center whitespace-nowrap text-12 text-ink-3">
    {standingWord(standing)}
  </span>
);
