/**
 * The desk's small explanations: each leaves a device where it was of use a few times. Which have left is read when a
 * desk opens, so that nothing moves under the hand during a drill.
 */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';

export const DESK_HINTS = ['send', 'line', 'phrases', 'longest', 'order', 'pick'] as const;
export type DeskHint = (typeof DESK_HINTS)[number];

const STORAGE_KEY = 'kefu.desk-hints';
/** Uses after which a key is in the hand. */
export const HINT_USES = 5;

type Uses = Readonly<Record<string, number>>;

const isUses = (value: unknown): value is Uses =>
  typeof value === 'object' && value !== null && Object.values(value).every((count) => typeof count === 'number');

const storedUses = (): Uses => {
  const value = remembered(STORAGE_KEY);
  return isUses(value) ? value : {};
};

export const useDeskHints = create<{ uses: Uses }>(() => ({ uses: {} }));

export const openHints = (): void => useDeskHints.setState({ uses: storedUses() });

/** The trainee did what the hint says. */
export const noteHintUse = (hint: DeskHint): void => {
  const uses = storedUses();
  const count = uses[hint] ?? 0;
  if (count < HINT_USES) remember(STORAGE_KEY, { ...uses, [hint]: count + 1 });
};

export const useShowsHint = (hint: DeskHint): boolean => useDeskHints(({ uses }) => (uses[hint] ?? 0) < HINT_USES);

/** Whether any has left, so that they can be asked back. */
export const useHasLeftHints = (): boolean =>
  useDeskHints(({ uses }) => Object.values(uses).some((count) => count >= HINT_USES));

/** From the help: all are there again, at once. */
export const bringHintsBack = (): void => {
  remember(STORAGE_KEY, {});
  openHints();
};
