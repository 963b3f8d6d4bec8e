import { CircleAlert } from 'lucide-react';
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { cx } from '#client/ui/cx.ts';

const controlClass = (isInvalid: boolean): string =>
  cx(
    'w-full rounded-5 border bg-surface px-8 focus-visible:border-accent focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-ink-3',
    'max-pane:text-16',
    isInvalid ? 'border-bad' : 'border-edge',
  );

type LabelledProps = {
  label: string;
  /** The label is read out only; the place says it to the eye. */
  hideLabel?: boolean;
  hint?: ReactNode;
  error?: string | null;
  /** Where the value came from: "取自 08:42:20 的消息". */
  reason?: ReactNode;
};
type LabelledControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

/** A label, its control, its hint and its error, linked for a screen reader. */
export const Field = ({
  label,
  hideLabel = false,
  hint,
  error,
  reason,
  className,
  children,
}: LabelledProps & { className?: string | undefined; children: (wired: LabelledControl) => ReactNode }) => {
  const id = useId();
  const note = error ?? reason ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-3 block text-12 text-ink-2'}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note === undefined || note === null ? undefined : `${id}-note`,
        'aria-invalid': error ? true : undefined,
      })}
      {note === undefined || note === null ? null : (
        <p id={`${id}-note`} className={cx('mt-2 flex items-center gap-4 text-12', error ? 'text-bad' : 'text-ink-3')}>
          {error ? <CircleAlert size={14} aria-hidden="true" /> : null}
          {note}
        </p>
      )}
    </div>
  );
};

type FieldProps<T> = Omit<T, 'className' | 'children'> & LabelledProps & { className?: string };

export const TextField = ({
  label,
  hideLabel,
  hint,
  error,
  reason,
  className,
  ...rest
}: FieldProps<ComponentPropsWithRef<'input'>>) => (
  <Field {...{ label, hideLabel: hideLabel ?? false, hint, error: error ?? null, reason, className }}>
    {(wired) => <input {...rest} {...wired} className={cx(controlClass(Boolean(error)), 'h-30 max-pane:h-44')} />}
  </Field>
);

/** `isGrowing`: as high as what is written, from `rows` to seven lines, then it scrolls. */
export const AreaField = ({
  label,
  hideLabel,
  hint,
  error,
  reason,
  className,
  isGrowing = false,
  ...rest
}: FieldProps<ComponentPropsWithRef<'textarea'>> & { isGrowing?: boolean }) => (
  <Field {...{ label, hideLabel: hideLabel ?? false, hint, error: error ?? null, reason, className }}>
    {(wired) => (
      <textarea
        {...rest}
        {...wired}
        className={cx(
          controlClass(Boolean(error)),
          'block resize-none py-5 wrap-anywhere',
          isGrowing && 'field-sizing-content max-h-[calc(7lh+12px)] min-h-[calc(2lh+12px)]',
        )}
      />
    )}
  </Field>
);

type Choice = { value: string; label: string };

export const SelectField = ({
  label,
  hideLabel,
  hint,
  error,
  reason,
  className,
  choices,
  ...rest
}: FieldProps<ComponentPropsWithRef<'select'>> & { choices: readonly Choice[] }) => (
  <Field {...{ label, hideLabel: hideLabel ?? false, hint, error: error ?? null, reason, className }}>
    {(wired) => (
      <select {...rest} {...wired} className={cx(controlClass(Boolean(error)), 'h-30 pr-4 max-pane:h-44')}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
