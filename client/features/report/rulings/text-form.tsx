import { type FormEvent, useState } from 'react';
import { useDiscussion } from '#client/features/report/model/use-discussion.ts';
import type { Trouble } from '#client/lib/api.ts';
import { useFirstFocus } from '#client/lib/hooks/use-first-focus.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';

type Props = {
  /** Names the draft: the same form opened again holds the same words. */
  draftKey: string;
  label: string;
  hint: string;
  saveLabel: string;
  maxCharacters: number;
  /** The text stored before. */
  initialText?: string;
  onClose: () => void;
  /** Null when it was stored, else why not. */
  onSend: (text: string) => Promise<Trouble | null>;
};

/** A form for a few sentences where they will stand. After a refusal the text stays in the field, with the reason beside it. */
export const TextForm = ({
  draftKey,
  label,
  hint,
  saveLabel,
  maxCharacters,
  initialText = '',
  onClose,
  onSend,
}: Props) => {
  const { t } = useTranslation('discussion');
  const drafts = useDiscussion()?.drafts;
  const field = useFirstFocus<HTMLTextAreaElement>();
  const [text, setText] = useState(drafts?.get(draftKey) ?? initialText);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const isEmpty = text.trim() === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty || isBusy) return;
    setIsBusy(true);
    const refusal = await onSend(text.trim());
    setIsBusy(false);
    setError(refusal?.message ?? null);
    if (refusal !== null) return showToast(refusal.message, 'bad');
    drafts?.delete(draftKey);
    onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
      className="mt-6 print:hidden"
    >
      <AreaField
        ref={field}
        label={label}
        rows={3}
        maxLength={maxCharacters}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          drafts?.set(draftKey, event.target.value);
        }}
        error={error}
        hint={
          <>
            <span className="flex-1">{hint}</span>
            <span>{t('form.count', { n: text.length, most: maxCharacters })}</span>
          </>
        }
      />
      <div className="mt-6 flex flex-wrap items-center gap-8">
        <Button
          kind="primary"
          size="s"
          type="submit"
          disabled={isBusy}
          disabledReason={isEmpty ? t('form.empty') : null}
        >
          {saveLabel}
        </Button>
        <Button size="s" kind="bare" onClick={onClose}>
          {t('form.close')}
        </Button>
      </div>
    </form>
  );
};
