import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { SeatContest } from '#contract/contests/board.ts';

const MOST_CHARACTERS = 12;

/** What other schools read of the contestant: a chosen name, or the team and a number. */
export const ShownName = ({ seat, own, onSaved }: { seat: string; own: SeatContest; onSaved: () => void }) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  const [text, setText] = useState(own.chosen ?? '');
  const name = text.trim();
  const save = async () => {
    const body = { name: name === '' ? null : name };
    if ((await send(() => call('POST /api/seats/:id/contest/name', { id: seat }, body))) !== null) onSaved();
  };
  return (
    <form
      className="mt-16 border-line border-t pt-12"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="flex flex-wrap items-end gap-8">
        <TextField
          label={t('name.label')}
          value={text}
          maxLength={MOST_CHARACTERS}
          placeholder={own.usual}
          autoComplete="off"
          className="w-[200px] max-pane:w-full"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" disabled={isBusy || name === (own.chosen ?? '')}>
          {t('ui:save')}
        </Button>
      </div>
      <p className="mt-4 text-12 text-ink-3">{t('name.text', { label: own.label })}</p>
      <Refused error={error} className="mt-8" />
    </form>
  );
};
