import { useEffect } from 'react';
import type { DrillView } from '#client/drill/model/drill-view.ts';
import { playTone, useMessageSound } from '#client/features/desk/message-sound.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';

const messageCount = ({ conversations }: DrillView): number =>
  Object.values(conversations).reduce(
    (sum, { items }) => sum + items.filter(({ kind }) => kind === 'customer').length,
    0,
  );

/** Sounds for customers' messages as they come; what a reload brings back is silent. */
export const MessageTone = () => {
  const isOn = useMessageSound((state) => state.isOn);
  useEffect(() => {
    if (!isOn) return;
    return useDrill.subscribe((state, before) => {
      const isNew = state.view !== before.view && before.isCaughtUp;
      if (isNew && messageCount(state.view) > messageCount(before.view)) playTone();
    });
  }, [isOn]);
  return null;
};
