import { Check, CircleQuestionMark, Minus, X } from 'lucide-react';

/** The mark and the colour of a point, by whether it was said. */
export const POINT_LOOKS = {
  covered: { Icon: Check, look: 'text-good' },
  wrong: { Icon: X, look: 'text-bad' },
  unsure: { Icon: CircleQuestionMark, look: 'text-warn' },
  missed: { Icon: Minus, look: 'text-ink-3' },
} as const;
