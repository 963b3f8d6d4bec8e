import { type ReactNode, useState } from 'react';
import { cx } from '#client/ui/cx.ts';
import { Field } from './field.tsx';

type Props = {
  label: string;
  hideLabel?: boolean;
  /** Whole, not negative; 0 when the field is empty. */
  value: number;
  onChange: (value: number) => void;
  max: number;
  unit?: string;
  name?: string;
  hint?: ReactNode;
  error?: string | null;
  className?: string;
};

const parseNumber = (text: string, max: number): number => Math.min(max, Number.parseInt(text, 10) || 0);

/** A whole number with its unit behind it. What is typed stays as typed until it means another number. */
export const NumberField = ({ label, hideLabel, value, onChange, max, unit, name, hint, error, className }: Props) => {
  const [text, setText] = useState(String(value));
  const shownText = parseNumber(text, max) === value ? text : String(value);
  return (
    <Field {...{ label, hideLabel: hideLabel ?? false, hint, error: error ?? null, className }}>
      {(wired) => (
        <span className="inline-flex items-center gap-6">
          <input
            {...wired}
            name={name}
            inputMode="numeric"
            autoComplete="off"
            maxLength={3}
            value={shownText}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, '');
              setText(digits);
              onChange(parseNumber(digits, max));
            }}
            className={cx(
              'h-30 w-64 rounded-5 border bg-surface px-8 text-right focus-visible:border-accent focus-visible:-outline-offset-1 max-pane:h-44 max-pane:text-16',
              error ? 'border-bad' : 'border-edge',
            )}
          />
          {unit === undefined ? null : <span className="whitespace-nowrap">{unit}</span>}
        </span>
      )}
    </Field>
  );
};
