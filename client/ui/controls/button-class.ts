import { cx } from '#client/ui/cx.ts';

export type ButtonKind = 'primary' | 'plain' | 'bare' | 'danger';
export type ButtonSize = 's' | 'm' | 'l';
export type ButtonLook = { kind?: ButtonKind; size?: ButtonSize; square?: boolean };

/** Not of bare ones, which have no ground: one that can't be pressed would look pressed beside one that can. */
const DISABLED_GROUND = 'disabled:border-sunken disabled:bg-sunken';
const KINDS: Record<ButtonKind, string> = {
  primary: `border-accent-solid bg-accent-solid font-semibold text-on-accent hover:border-accent-hover hover:bg-accent-hover ${DISABLED_GROUND}`,
  plain: `border-line-2 bg-surface text-ink hover:border-edge hover:bg-soft ${DISABLED_GROUND}`,
  bare: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink disabled:hover:bg-transparent aria-expanded:bg-sunken aria-pressed:bg-sunken aria-pressed:text-ink',
  danger: `border-line-2 bg-surface text-bad hover:border-edge hover:bg-soft ${DISABLED_GROUND}`,
};
const SIZES: Record<ButtonSize, string> = {
  s: 'h-26 px-8 text-12 max-pane:h-44 max-pane:px-12 max-pane:text-13',
  m: 'h-30 px-12 max-pane:h-44',
  l: 'h-40 px-18 text-15 max-pane:h-44',
};
const SQUARES: Record<ButtonSize, string> = {
  s: 'size-26 max-pane:size-44',
  m: 'size-30 max-pane:size-44',
  l: 'size-40 max-pane:size-44',
};

/** The look of a button, for a `<button>` and for a link that acts like one. */
export const buttonClass = ({ kind = 'plain', size = 'm', square = false }: ButtonLook, extra?: string): string =>
  cx(
    'inline-flex shrink-0 items-center justify-center gap-6 whitespace-nowrap rounded-5 border no-underline transition-colors duration-120 ease-out',
    'disabled:cursor-not-allowed disabled:font-normal disabled:text-ink-3',
    KINDS[kind],
    square ? SQUARES[size] : SIZES[size],
    extra,
  );
