import { ToggleGroup } from 'radix-ui';

type Option<V extends string> = { value: V; label: string };
type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
};

/** One of a few views of the same thing. Arrow keys move, as in a radio group. */
export const Segmented = <V extends string>({ label, value, options, onChange }: Props<V>) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => {
      const chosen = options.find((option) => option.value === next);
      if (chosen !== undefined) onChange(chosen.value);
    }}
    className="inline-flex shrink-0 rounded-5 border border-line-2 bg-surface"
  >
    {options.map((option) => (
      <ToggleGroup.Item
        key={option.value}
        value={option.value}
        className="h-28 whitespace-nowrap border-line-2 border-l px-10 text-13 text-ink-2 first:rounded-l-[4px] first:border-l-0 last:rounded-r-[4px] hover:bg-soft data-[state=on]:bg-tint data-[state=on]:font-semibold data-[state=on]:text-accent max-pane:h-44"
      >
        {option.label}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);
