/** What a trainee wrote for themselves right after a rush, kept on this device and sent nowhere. */
import { remember, remembered } from '#client/lib/device-memory.ts';

export const QUESTIONS = ['hardest', 'first', 'next'] as const;
export type Answers = Readonly<Record<(typeof QUESTIONS)[number], string>>;

const STORAGE_KEY = 'kefu.rush-look-back';
/** Drills whose answers are kept, the latest: over a term more would fill the device's storage. */
const MOST_DRILLS = 20;

const isAnswers = (value: unknown): value is Answers => {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return QUESTIONS.every((question) => typeof fields[question] === 'string');
};

const stored = (): [string, Answers][] => {
  const value = remembered(STORAGE_KEY);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).filter((entry): entry is [string, Answers] => isAnswers(entry[1]))
    : [];
};

/** Null: this device has none of the drill. */
export const answersOf = (drillId: string): Answers | null => new Map(stored()).get(drillId) ?? null;

export const storeAnswers = (drillId: string, answers: Answers): void => {
  const others = stored().filter(([id]) => id !== drillId);
  remember(STORAGE_KEY, Object.fromEntries([...others, [drillId, answers] as const].slice(-MOST_DRILLS)));
};
