/** A short tone for a customer's new message: off until somebody asks for it, remembered by the browser. No sound file. */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';

const STORAGE_KEY = 'kefu.message-sound';

export const useMessageSound = create<{ isOn: boolean }>(() => ({ isOn: remembered(STORAGE_KEY) === true }));

/** Switches it, and lets it be heard once: browsers play a sound only after a click. */
export const toggleMessageSound = (): void => {
  const isOn = !useMessageSound.getState().isOn;
  remember(STORAGE_KEY, isOn);
  useMessageSound.setState({ isOn });
  if (isOn) playTone();
};

/** One tone that fades out. Who never asked for it never loads it. */
export const playTone = (): void => void import('./tone.ts').then((module) => module.playTone());
