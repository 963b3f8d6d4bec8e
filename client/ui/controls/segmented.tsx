import { ChoiceRow } from './choice-row.tsx';

type Option<V extends string> = { value: V; label: string };
type Props<V extends string> = {
  label: string;
  value: V;
  options: readonly Option<V>[];
  onChange: (value: V) => void;
};

/** One of a few views of the same thing: one is always chosen, and pressing it again leaves it so. */
export const Segmented = <V extends string>({ onChange, ...row }: Props<V>) => (
  <ChoiceRow
    {...row}
    size="m"
    onChange={(next) => {
      if (next !== null) onChange(next);
    }}
  />
);
