import { type ReactNode, useId } from 'react';
import { cx } from '#client/ui/cx.ts';

type Option<V extends string> = { value: V; label: string; text?: ReactNode };
type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
  className?: string;
};

/** One of a few, each with a phrase that says what it means. */
export const ChoiceList = <V extends string>({ label, value, options, onChange, className }: Props<V>) => {
  const name = useId();
  return (
    <fieldset className={cx('min-w-0', className)}>
      <legend className="mb-3 text-12 text-ink-2">{label}</legend>
      <div className="rounded-5 border border-line-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'flex items-start gap-8 border-line border-b px-10 py-6 last:border-b-0 max-pane:min-h-44',
              option.value === value ? 'bg-tint' : 'hover:bg-soft',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
              className="mt-2 size-16 shrink-0 accent-accent-solid"
            />
            <span className="min-w-0">
              <span className={cx(option.value === value && 'font-semibold')}>{option.label}</span>
              {option.text === undefined ? null : <span className="block text-12 text-ink-2">{option.text}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
