import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

const SHORTEST = 2;
/** Characters: the server takes as many. */
const LONGEST = 300;

/** One open thing for the other shift. What was written stays until it is stored. */
export const NoteForm = ({ term, onDone }: { term: string; onDone: () => void }) => {
  const { t } = useTranslation('handover');
  const { isBusy, error, send } = useSubmit();
  const [text, setText] = useState('');
  const isReady = !isBusy && text.trim().length >= SHORTEST;
  return (
    <form
      noValidate
      className="flex flex-col items-start gap-8 px-14 py-10"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!isReady) return;
        const body = { text: text.trim() };
        const stored = await send(() => call('POST /api/my-terms/:term/handover', { term }, body));
        if (stored === null) return;
        setText('');
        onDone();
      }}
    >
      <AreaField
        label={t('write.label')}
        hint={t('write.hint', { n: text.length, of: LONGEST })}
        rows={3}
        maxLength={LONGEST}
        className="w-full"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Refused error={error} />
      <Button kind="primary" type="submit" disabled={!isReady}>
        {t('write.send')}
      </Button>
    </form>
  );
};
