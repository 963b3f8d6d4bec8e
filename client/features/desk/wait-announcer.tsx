import { useEffect, useRef, useState } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { currentWarning, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { heldConversations, heldUntil } from '#client/drill/model/hold-fold.ts';
import { playTone, useMessageSound } from '#client/features/desk/message-sound.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { remarks } from '#client/lib/clauses.ts';
import { say } from '#client/lib/messages.ts';

/** Customers whose wait has passed a threshold by `now`, as "name over n"; each round and threshold once. */
const newCrossings = (now: number, announced: Set<string>): string[] => {
  const { view } = useDrill.getState();
  const tier = currentWarning(view);
  if (tier === null) return [];
  const sentences: string[] = [];
  for (const key of view.arrivalOrder) {
    const conversation = view.conversations[key];
    const since = conversation === undefined ? null : waitingSince(conversation);
    if (conversation === undefined || since === null) continue;
    const limitPassed = [tier.failS, tier.passS].find((limit) => now - since > limit * 1000);
    const id = `${key} ${since} ${limitPassed}`;
    if (limitPassed === undefined || announced.has(id)) continue;
    announced.add(id);
    sentences.push(say('desk:crossed', { name: conversation.name, n: limitPassed }));
  }
  return sentences;
};

/** Customers whose hold is due by `now`, each hold once. */
const newlyDue = (now: number, announced: Set<string>): string[] =>
  heldConversations(useDrill.getState().view).flatMap((conversation) => {
    const backBy = heldUntil(conversation) ?? Number.POSITIVE_INFINITY;
    const id = `${conversation.key} hold ${backBy}`;
    if (now < backBy || announced.has(id)) return [];
    announced.add(id);
    return [say('desk:hold.due', { name: conversation.name })];
  });

/** Screen readers don't read the waits; they say once that a wait passed a threshold. */
export const WaitAnnouncer = () => {
  const announced = useRef(new Set<string>());
  const [text, setText] = useState('');
  useEffect(
    () =>
      useDrillClock.subscribe(({ now }) => {
        const due = newlyDue(now, announced.current);
        if (due.length > 0 && useMessageSound.getState().isOn) playTone();
        const sentences = [...due, ...newCrossings(now, announced.current)];
        if (sentences.length > 0) setText(remarks(sentences));
      }),
    [],
  );
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
};
