import { useState } from 'react';
import { type Answer, call, callWithFile } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { Member, RosterPreview } from '#contract/people.ts';
import { RosterCheck } from './roster-check.tsx';
import { RosterFile } from './roster-file.tsx';

type Props = {
  classId: string;
  members: readonly Member[];
  /** Null: there is nothing to go back to. */
  onCancel: (() => void) | null;
  onAdded: () => void;
};

/** Paste or file → a look at what was read → add. */
export const RosterImport = ({ classId, members, onCancel, onAdded }: Props) => {
  const { t } = useTranslation('classroom');
  const [text, setText] = useState('');
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const { isBusy, error, send } = useSubmit();
  const askPreview = async (request: () => Promise<Answer<RosterPreview>>) => {
    const reply = await send(request);
    if (reply !== null) setPreview(reply.value);
  };
  if (preview !== null) {
    return (
      <RosterCheck
        classId={classId}
        members={members}
        preview={preview}
        onBack={() => setPreview(null)}
        onAdded={onAdded}
      />
    );
  }
  return (
    <form
      aria-label={t('roster.import')}
      className="flex flex-col gap-12 px-18 py-14 max-pane:px-14"
      onSubmit={(event) => {
        event.preventDefault();
        void askPreview(() => call('POST /api/classes/:id/roster/preview', { id: classId }, { text }));
      }}
    >
      <div className="grid grid-cols-2 gap-16 max-pane:grid-cols-1">
        <AreaField
          label={t('roster.paste')}
          placeholder={t('roster.example')}
          hint={t('roster.pasteHint')}
          rows={7}
          maxLength={40_000}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <RosterFile
          isBusy={isBusy}
          onFile={(file) =>
            askPreview(() => callWithFile('POST /api/classes/:id/roster/preview', { id: classId }, file))
          }
        />
      </div>
      <Refused error={error} />
      <div className="flex flex-wrap items-center gap-8">
        <Button
          kind="primary"
          type="submit"
          disabled={isBusy}
          disabledReason={text.trim() === '' ? t('roster.nothingYet') : null}
        >
          {t('roster.look')}
        </Button>
        {onCancel === null ? null : <Button onClick={onCancel}>{t('ui:cancel')}</Button>}
      </div>
    </form>
  );
};
