import { useState } from 'react';
import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { SubmitDialog } from '#client/ui/dialogs/submit-dialog.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

/** Characters: the server takes as many. */
const LONGEST = 300;

export type AppealWords = Record<'go' | 'title' | 'text' | 'label' | 'send' | 'back' | 'sent', string>;
type Props = {
  words: AppealWords;
  className: string;
  ask: (text: string) => Promise<Answer<unknown>>;
  onSent: () => void;
};

/** Asks the teacher, in a sentence, to look at a mark again; a refusal stays in the dialog with what was written. */
export const AppealButton = ({ words, className, ask, onSent }: Props) => {
  const { isBusy, error, send } = useSubmit();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const submit = async () => {
    if ((await send(() => ask(text))) === null) return;
    showToast(words.sent);
    setIsOpen(false);
    onSent();
  };
  return (
    <>
      <Button
        size="s"
        className={className}
        aria-label={words.title === words.go ? undefined : words.title}
        onClick={() => setIsOpen(true)}
      >
        {words.go}
      </Button>
      {isOpen ? (
        <SubmitDialog
          title={words.title}
          description={words.text}
          submit={words.send}
          cancel={words.back}
          isBlocked={isBusy || text.trim() === ''}
          error={error}
          onSubmit={submit}
          onClose={() => setIsOpen(false)}
        >
          <AreaField
            label={words.label}
            rows={4}
            maxLength={LONGEST}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </SubmitDialog>
      ) : null}
    </>
  );
};
