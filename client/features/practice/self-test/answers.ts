type Answers = { given: readonly boolean[]; at: number };

/** The answers kept in this entry of the browser's history, `cardCount` at most; anything else stored there counts as no answers. */
export const answersIn = (state: unknown, cardCount: number): Answers => {
  const none: Answers = { given: [], at: 0 };
  if (typeof state !== 'object' || state === null || !('given' in state) || !('at' in state)) return none;
  const { given, at } = state;
  if (!Array.isArray(given) || typeof at !== 'number' || !Number.isInteger(at)) return none;
  const answers = given.filter((answer) => typeof answer === 'boolean');
  // The card shown is one already answered, or the next one.
  const isConsistent =
    answers.length === given.length && answers.length <= cardCount && at >= 0 && at <= answers.length;
  return isConsistent && at >= answers.length - 1 ? { given: answers, at } : none;
};
