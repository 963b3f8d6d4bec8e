import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { AreaField, SelectField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Characters: the server asks for as much. */
const SHORTEST = 2;
const LONGEST = 300;

export type RulingWords = Record<'title' | 'text' | 'ruling' | 'reason' | 'hint' | 'save' | 'saved', string>;
type Props<Choice extends string> = {
  words: RulingWords;
  choices: readonly { value: Choice; label: string }[];
  first: Choice;
  rule: (choice: Choice, reason: string) => Promise<Answer<unknown>>;
  onRuled: () => void;
  onClose: () => void;
};

/** One ruling of a few, with a reason; an appeal about it is settled by the same. */
export const RulingDialog = <Choice extends string>(props: Props<Choice>) => {
  const { words, choices, first, rule, onRuled, onClose } = props;
  const { isBusy, error, send } = useSubmit();
  const [choice, setChoice] = useState(first);
  const [reason, setReason] = useState('');
  const save = async () => {
    if ((await send(() => rule(choice, reason))) === null) return;
    showToast(words.saved);
    onRuled();
    onClose();
  };
  return (
    <SubmitDialog
      title={words.title}
      description={words.text}
      submit={words.save}
      isBlocked={isBusy || reason.trim().length < SHORTEST}
      error={error}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="flex flex-col gap-12 py-4">
        <SelectField
          label={words.ruling}
          choices={choices}
          value={choice}
          onChange={({ target }) => setChoice(choices.find(({ value }) => value === target.value)?.value ?? first)}
        />
        <AreaField
          label={words.reason}
          hint={words.hint}
          rows={3}
          maxLength={LONGEST}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
    </SubmitDialog>
  );
};
