import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from './submit-dialog.tsx';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 200;

type Props = {
  title: string;
  description: string;
  /** What the reason is asked by. */
  label: string;
  submit: string;
  send: (why: string) => Promise<Answer<unknown>>;
  onClose: () => void;
  /** It was done; the dialog closes by itself. */
  onDone: () => void;
};

/** Takes something back with a reason that stays on record. A refusal is shown in it, and what was written is kept. */
export const ReasonDialog = ({ title, description, label, submit, send, onClose, onDone }: Props) => {
  const { isBusy, error, send: sendOnce } = useSubmit();
  const [why, setWhy] = useState('');
  const store = async () => {
    if ((await sendOnce(() => send(why))) === null) return;
    onDone();
    onClose();
  };
  return (
    <SubmitDialog
      title={title}
      description={description}
      submit={submit}
      isBlocked={isBusy || why.trim().length < SHORTEST}
      error={error}
      onSubmit={store}
      onClose={onClose}
    >
      <TextField
        label={label}
        value={why}
        maxLength={LONGEST}
        className="mt-12"
        onChange={(event) => setWhy(event.target.value)}
      />
    </SubmitDialog>
  );
};
