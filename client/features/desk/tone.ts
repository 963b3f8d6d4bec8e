/** The tone of a new message: made by the browser, no sound file. */
const TONE_HZ = 880;
const TONE_S = 0.18;
/** Of full volume: heard beside a talk, and no alarm. */
const GAIN = 0.08;

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
