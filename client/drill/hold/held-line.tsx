import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { holdNow } from '#client/drill/model/hold-fold.ts';
import { HoldLine } from './hold-line.tsx';
import { wordsOf } from './words-of.ts';

/** The same of a conversation; nothing where its customer waits for nobody to come back. */
export const HeldLine = ({ conversation, className }: { conversation: ConversationView; className?: string }) => {
  const hold = holdNow(conversation);
  if (hold === null) return null;
  const { backBy, from } = hold;
  return (
    <HoldLine
      backBy={backBy}
      seat={from?.seat ?? null}
      words={wordsOf(conversation, hold)}
      {...(className === undefined ? {} : { className })}
    />
  );
};
