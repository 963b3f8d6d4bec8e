import { Flag } from 'lucide-react';
import { cx } from '#client/ui/cx.ts';
import type { FlagColour } from '#contract/wire/flags.ts';
import type { WireOrder } from '#contract/wire-events.ts';

const COLOURS: Readonly<Record<FlagColour, string>> = {
  red: 'text-bad-solid',
  yellow: 'text-warn-solid',
  green: 'text-good-solid',
  blue: 'text-accent',
  purple: 'text-flag',
};

/** The flags on a customer's orders, each colour once, in the orders' order. */
export const flagsOf = (orders: readonly WireOrder[]): FlagColour[] => [
  ...new Set(orders.flatMap(({ remark }) => remark?.flag ?? [])),
];

/** A flag in its colour. `words`: its name, and what it means in the shop; read aloud, and shown to who points at it. */
export const FlagMark = ({ colour, words }: { colour: FlagColour; words: string }) => (
  <span title={words} className={cx('inline-flex shrink-0', COLOURS[colour])}>
    <Flag size={14} fill="currentColor" aria-hidden="true" />
    <span className="sr-only">{words}</span>
  </span>
);
