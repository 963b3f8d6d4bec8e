import i18next from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useDrillClock } from '#client/drill/model/drill-clock.ts';
import { currentTier, waitingSince } from '#client/drill/model/drill-rounds.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { remarks } from '#client/lib/clauses.ts';

/** Customers whose wait has passed a threshold by `now`, as "name over n"; each round and threshold once. */
const crossings = (now: number, told: Set<string>): string[] => {
  const { view } = useDrill.getState();
  const tier = currentTier(view);
  if (tier === null) return [];
  const said: string[] = [];
  for (const key of view.order) {
    const conversation = view.conversations[key];
    const since = conversation === undefined ? null : waitingSince(conversation);
    if (conversation === undefined || since === null) continue;
    const over = [tier.failS, tier.passS].find((limit) => now - since > limit * 1000);
    const id = `${key} ${since} ${over}`;
    if (over === undefined || told.has(id)) continue;
    told.add(id);
    said.push(i18next.t('desk:crossed', { name: conversation.name, n: over }));
  }
  return said;
};

/** Screen readers don't read the waits; they say once that a wait passed a threshold. */
export const WaitAnnouncer = () => {
  const told = useRef(new Set<string>());
  const [text, setText] = useState('');
  useEffect(
    () =>
      useDrillClock.subscribe(({ now }) => {
        const said = crossings(now, told.current);
        if (said.length > 0) setText(remarks(said));
      }),
    [],
  );
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
};
