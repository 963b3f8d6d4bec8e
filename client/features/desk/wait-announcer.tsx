import { useEffect, useRef, useState } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { currentWarning, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { heldConversations, heldUntil } from '#client/drill/model/hold-fold.ts';
import { playTone, useMessageSound } from '#client/features/desk/message-sound.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { say } from '#client/lib/messages.ts';

/** `since`: of the wait or hold that is told of; it is the subject as long as it goes on. */
type Announcement = { id: string; conversation: string; kind: 'wait' | 'hold'; since: number; text: string };

/** Waits that have passed a threshold by `now`; each round and threshold once. */
const newCrossings = (now: number, announced: Set<string>): Announcement[] => {
  const { view } = useDrill.getState();
  const tier = currentWarning(view);
  if (tier === null) return [];
  return view.arrivalOrder.flatMap((key): Announcement[] => {
    const conversation = view.conversations[key];
    const since = conversation === undefined ? null : waitingSince(conversation);
    if (conversation === undefined || since === null) return [];
    const limitPassed = [tier.failS, tier.passS].find((limit) => now - since > limit * 1000);
    const id = `${key} ${since} ${limitPassed}`;
    if (limitPassed === undefined || announced.has(id)) return [];
    announced.add(id);
    const text = say('desk:crossed', { name: conversation.name, n: limitPassed });
    return [{ id, conversation: key, kind: 'wait', since, text }];
  });
};

/** Customers whose hold is due by `now`, each hold once. */
const newlyDue = (now: number, announced: Set<string>): Announcement[] =>
  heldConversations(useDrill.getState().view).flatMap((conversation): Announcement[] => {
    const backBy = heldUntil(conversation) ?? Number.POSITIVE_INFINITY;
    const id = `${conversation.key} hold ${backBy}`;
    if (now < backBy || announced.has(id)) return [];
    announced.add(id);
    const text = say('desk:hold.due', { name: conversation.name });
    return [{ id, conversation: conversation.key, kind: 'hold', since: backBy, text }];
  });

/** Whether the customer still waits, or the hold is still open: what was told is taken out afterwards (RULES X65). */
const holdsTrue = ({ conversation: key, kind, since }: Announcement): boolean => {
  const { view } = useDrill.getState();
  const conversation = view.conversations[key];
  if (conversation === undefined || view.endReason !== null) return false;
  return since === (kind === 'wait' ? waitingSince(conversation) : heldUntil(conversation));
};

/** Screen readers don't read the waits; they say once that a wait passed a threshold. */
export const WaitAnnouncer = () => {
  const announced = useRef(new Set<string>());
  const [told, setTold] = useState<readonly Announcement[]>([]);
  useEffect(() => {
    const update = () => {
      const { now } = useDrillClock.getState();
      const due = newlyDue(now, announced.current);
      if (due.length > 0 && useMessageSound.getState().isOn) playTone();
      const added = [...due, ...newCrossings(now, announced.current)];
      setTold((before) => {
        const isSuperseded = ({ conversation }: Announcement): boolean =>
          added.some((other) => other.conversation === conversation);
        const still = before.filter((one) => holdsTrue(one) && !isSuperseded(one));
        return added.length === 0 && still.length === before.length ? before : [...still, ...added];
      });
    };
    const stops = [useDrillClock.subscribe(update), useDrill.subscribe(update)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <div aria-live="polite" className="sr-only">
      {told.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
};
