import { ToggleGroup } from 'radix-ui';
import { cx } from '#client/ui/cx.ts';

type Props<V extends string> = {
  label: string;
  /** Null: nothing chosen yet. */
  value: V | null;
  options: readonly { value: V; label: string }[];
  disabled?: boolean;
  size?: 's' | 'm';
  className?: string;
  /** Null: the choice was taken back. */
  onChange: (value: V | null) => void;
};

/** A few answers side by side, none chosen at first. Arrow keys move; a second press on an answer takes it back. */
export const ChoiceRow = <V extends string>({
  label,
  value,
  options,
  disabled = false,
  size = 's',
  className,
  onChange,
}: Props<V>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value ?? ''}
    disabled={disabled}
    onValueChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? null)}
    className={cx(
      'inline-flex shrink-0 rounded-5 border border-line-2 bg-surface max-pane:max-w-full max-pane:flex-wrap',
      className,
    )}
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className={cx(
          size === 's' ? 'h-26' : 'h-28',
          'whitespace-nowrap border-line-2 border-l px-10 text-13 text-ink-2 first:rounded-l-[4px] first:border-l-0 last:rounded-r-[4px] hover:bg-soft data-[state=on]:bg-tint data-[state=on]:font-semibold data-[state=on]:text-accent max-pane:h-44 max-pane:min-w-44 max-pane:px-6',
        )}
      >
        {option.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);
