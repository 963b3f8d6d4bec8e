/** What can be wrong with how a case varies; each is a code of the checker (`diagnostics/codes.ts`). */
import type { Path } from '#library/diagnostics/diagnostics.ts';

export type VariationCode =
  | 'unknown-slot'
  | 'bad-form'
  | 'bad-condition'
  | 'bad-value'
  | 'below-zero'
  | 'no-wording'
  | 'slot-in-key'
  | 'unknown-reckon'
  | 'unknown-coupon'
  | 'unknown-rule'
  | 'unknown-good'
  | 'draw-empty'
  | 'too-many-variants'
  | 'none-legal';

/** `name`: what the message quotes: a variable, a form, a number. */
export type Named<C extends VariationCode = VariationCode> = { fault: C; name: string };
/** `path`: in the template. */
export type VariationFault = Named & { path: Path };
