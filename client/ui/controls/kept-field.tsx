import { type ComponentProps, useRef, useState } from 'react';
import { useLeaving } from '#client/lib/hooks/use-leaving.ts';
import { TextField } from './field.tsx';

type Props = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown' | 'error'> & {
  /** As it stands, or is on its way to be stored. */
  stored: string;
  /** What is wrong with it; null: it can be stored. */
  fault: (text: string) => string | null;
  onKeep: (text: string) => void;
};

/**
 * A field without a button that is stored by itself: as it is left, on Enter, and when the page goes. What can't be stored
 * stays in it with what is wrong.
 */
export const KeptField = ({ stored, fault, onKeep, ...rest }: Props) => {
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<string | null>(null);
  const note = (text: string | null) => {
    waiting.current = text;
    setTyped(text);
  };
  const keep = () => {
    const text = waiting.current;
    if (text === null || fault(text) !== null) return;
    note(null);
    if (text.trim() !== stored) onKeep(text);
  };
  useLeaving(keep);
  return (
    <TextField
      {...rest}
      enterKeyHint="done"
      autoComplete="off"
      value={typed ?? stored}
      error={typed === null ? null : fault(typed)}
      onChange={(event) => note(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
      }}
    />
  );
};
