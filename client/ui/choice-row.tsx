import { ToggleGroup } from 'radix-ui';

type Props<V extends string> = {
  label: string;
  /** Null: nothing chosen yet. */
  value: V | null;
  options: readonly { value: V; label: string }[];
  disabled?: boolean;
  /** Null: what was chosen is taken back. */
  onChange: (value: V | null) => void;
};

/** A few answers side by side, none of them given at first. Arrow keys move; the same one again takes it back. */
export const ChoiceRow = <V extends string>({ label, value, options, disabled = false, onChange }: Props<V>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value ?? ''}
    disabled={disabled}
    onValueChange={(next) => onChange(options.find((option) => option.value === next)?.value ?? null)}
    className="inline-flex shrink-0 rounded-5 border border-line-2 bg-surface print:hidden"
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className="h-26 whitespace-nowrap border-line-2 border-l px-10 text-13 text-ink-2 first:rounded-l-[4px] first:border-l-0 last:rounded-r-[4px] hover:bg-soft data-[state=on]:bg-tint data-[state=on]:font-semibold data-[state=on]:text-accent max-pane:h-44"
      >
        {option.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);
