import { useState } from 'react';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { sayTo } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { showToast, toastFailure } from '#client/ui/layout/toast-store.ts';

const PRESETS = ['say.p1', 'say.p2', 'say.p3', 'say.p4'] as const;

/** 喊一句: a message to everybody, without stopping a clock. */
export const SayDialog = ({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) => {
  const { t } = useTranslation('wall');
  const joinedCount = useRun((state) => figuresOfWall(state.tiles).joinedCount);
  const [text, setText] = useState('');
  const message = text.trim();
  const send = async () => {
    if (!(await toastFailure(sayTo(null, message)))) return;
    onOpenChange(false);
    setText('');
    showToast(t('say.done', { n: joinedCount }));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('say.title')}
      description={t('say.text', { n: joinedCount })}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{t('ui:cancel')}</Button>
          <Button kind="primary" disabled={message === ''} onClick={() => void send()}>
            {t('say.send', { n: joinedCount })}
          </Button>
        </>
      }
    >
      <AreaField
        label={t('say.words')}
        className="mt-12"
        rows={3}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="mt-10 mb-4 text-12 text-ink-2">{t('say.presets')}</p>
      <ul className="flex flex-wrap gap-6">
        {PRESETS.map((preset) => (
          <li key={preset}>
            <Button size="s" onClick={() => setText(t(preset))}>
              {t(preset)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
