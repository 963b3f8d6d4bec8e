/** Social words: what wants no answer, and is none (RULES T5). */
import type { Act } from '#language/judgement.ts';

const SOCIAL: readonly Act[] = ['greeting', 'apology', 'thanks', 'empathy', 'hold'];
/** Longer ones are an answer that isn't one. */
const LONGEST = 14;

/** 在的亲, an apology, thanks. */
export const isCourtesy = (text: string, acts: readonly Act[]): boolean =>
  acts.length > 0 && text.length <= LONGEST && acts.every((act) => SOCIAL.includes(act));
