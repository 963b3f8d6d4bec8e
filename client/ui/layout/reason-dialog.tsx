import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from './refused.tsx';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 200;

type Props = {
  title: string;
  description: string;
  /** What the reason is asked by. */
  label: string;
  submit: string;
  cancel: string;
  send: (why: string) => Promise<Answer<unknown>>;
  onClose: () => void;
  /** It was done; the dialog closes by itself. */
  onDone: () => void;
};

/** Takes something back with a reason that stays on record. A refusal is shown in it, and what was written is kept. */
export const ReasonDialog = ({ title, description, label, submit, cancel, send, onClose, onDone }: Props) => {
  const { isBusy, error, send: sendOnce } = useSubmit();
  const [why, setWhy] = useState('');
  const store = async () => {
    if ((await sendOnce(() => send(why))) === null) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) onClose();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button kind="primary" disabled={isBusy || why.trim().length < SHORTEST} onClick={() => void store()}>
            {submit}
          </Button>
        </>
      }
    >
      <TextField
        label={label}
        value={why}
        maxLength={LONGEST}
        className="mt-12"
        onChange={(event) => setWhy(event.target.value)}
      />
      <Refused error={error} className="mt-8" />
    </Dialog>
  );
};
