import { type FormEvent, useRef, useState } from 'react';

type Faults<V> = Partial<Record<keyof V, string | null>>;

/**
 * The values of a short form and their faults. Faults are shown beside their fields after the first attempt to send;
 * the first wrong field gets the focus, found by its `name`.
 */
export const useForm = <V extends Record<string, string>>(initialValues: V, faultsOf: (values: V) => Faults<V>) => {
  const [values, setValues] = useState(initialValues);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = faultsOf(values);
  const field = <K extends keyof V & string>(name: K) => ({
    name,
    value: values[name],
    error: wasSubmitted ? (faults[name] ?? null) : null,
    onChange: ({ target }: { target: { value: string } }) =>
      setValues((previous) => ({ ...previous, [name]: target.value })),
  });
  const submit = (onValid: (values: V) => void) => (event: FormEvent) => {
    event.preventDefault();
    setWasSubmitted(true);
    const firstInvalid = Object.keys(initialValues).find((name) => faults[name]);
    if (firstInvalid === undefined) return onValid(values);
    const control = form.current?.elements.namedItem(firstInvalid);
    if (control instanceof HTMLElement) control.focus();
  };
  const reset = () => {
    setValues(initialValues);
    setWasSubmitted(false);
  };
  return { values, field, submit, form, reset };
};
