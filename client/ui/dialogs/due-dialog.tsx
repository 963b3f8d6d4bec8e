import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { chinaInput, dueWords, fromChinaInput } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { DAY_MS } from '#client/lib/spans.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

/** A day more than there is, at the same hour. */
const proposed = (dueAt: number, now: number): number =>
  dueAt + Math.max(1, Math.ceil((now - dueAt) / DAY_MS)) * DAY_MS;

type Props = {
  title: string;
  description: string;
  words: { label: string; past: string; save: string };
  /** The due time there is, and the server's time: epoch milliseconds. */
  dueAt: number;
  now: number;
  send: (dueAt: number) => Promise<Answer<unknown>>;
  onClose: () => void;
  /** It was done; the dialog closes by itself. */
  onDone: (dueAt: number) => void;
};

/** Another due time, in Beijing's time: a day more is proposed, and a past one isn't sent. */
export const DueDialog = ({ title, description, words, dueAt, now, send, onClose, onDone }: Props) => {
  const { isBusy, error, send: sendOnce } = useSubmit();
  const [due, setDue] = useState(() => chinaInput(proposed(dueAt, now)));
  const chosen = fromChinaInput(due);
  const isRight = chosen !== null && chosen > now;
  const save = async () => {
    if (chosen === null || (await sendOnce(() => send(chosen))) === null) return;
    onDone(chosen);
    onClose();
  };
  return (
    <SubmitDialog
      title={title}
      description={description}
      submit={words.save}
      isBlocked={isBusy || !isRight}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={words.label}
        type="datetime-local"
        value={due}
        error={isRight ? null : words.past}
        hint={chosen === null ? undefined : dueWords(chosen, now)}
        className="mt-12"
        onChange={(event) => setDue(event.target.value)}
      />
    </SubmitDialog>
  );
};
