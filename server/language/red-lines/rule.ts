import type { RedLine } from '../judgement.ts';
import { branchesOf, type Needed, neededIn } from '../signs/needed-signs.ts';

/** One wording; `needs`: a sign of each set must stand in the text for it to match. */
export type Branch = { readonly pattern: RegExp; readonly needs: Needed };

/**
 * One way of crossing a red line. Its branches run on unmasked text and hold both keys, object and act; `but`, in the
 * same sentence, shows it is something else.
 */
export type Rule = {
  readonly code: RedLine;
  readonly name: string;
  readonly branches: readonly Branch[];
  readonly but: RegExp | null;
  /** What the customer must have said for it to count: 删了返你30 is about a review only if they spoke of one. */
  readonly asked: RegExp | null;
  /** Whether 不能 / 骗子 / …是不行的 around it makes it a refusal or a warning. */
  readonly deniable: boolean;
  readonly confidence: 'high' | 'low';
  /** Says all there is to say: how the sentence sounds isn't asked. */
  readonly sure: boolean;
};

type Options = { but?: string; asked?: string; deniable?: boolean; low?: boolean; sure?: boolean };

/** Makes the rules of one code. */
export const rulesFor =
  (code: RedLine, deniable: boolean) =>
  (name: string, when: string, options: Options = {}): Rule => ({
    code,
    name,
    branches: branchesOf(when).map((branch) => ({ pattern: new RegExp(branch, 'g'), needs: neededIn(branch) })),
    but: options.but ? new RegExp(options.but) : null,
    asked: options.asked ? new RegExp(options.asked) : null,
    deniable: options.deniable ?? deniable,
    confidence: options.low ? 'low' : 'high',
    sure: options.sure ?? false,
  });
