/** A short tone for a customer's new message: off until somebody asks for it, remembered by the browser. No sound file. */
import { create } from 'zustand';
import { remember, remembered } from '#client/lib/device-memory.ts';

const STORAGE_KEY = 'kefu.message-sound';
const TONE_HZ = 880;
const TONE_S = 0.18;
/** Of full volume: heard beside a talk, and no alarm. */
const GAIN = 0.08;

export const useMessageSound = create<{ isOn: boolean }>(() => ({ isOn: remembered(STORAGE_KEY) === true }));

/** Switches it, and lets it be heard once: browsers play a sound only after a click. */
export const toggleMessageSound = (): void => {
  const isOn = !useMessageSound.getState().isOn;
  remember(STORAGE_KEY, isOn);
  useMessageSound.setState({ isOn });
  if (isOn) playTone();
};

let context: AudioContext | null = null;

/** One tone that fades out. Nothing where the browser has no audio, or refuses it. */
export const playTone = (): void => {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = TONE_HZ;
  gain.gain.setValueAtTime(GAIN, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, context.currentTime + TONE_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  oscillator.stop(context.currentTime + TONE_S);
};
