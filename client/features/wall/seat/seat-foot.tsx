import { Smartphone, Zap } from 'lucide-react';
import { useState } from 'react';
import { AskingButtons } from '#client/features/wall/lobby/asking-buttons.tsx';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { openWallDialog } from '#client/features/wall/model/wall-ui.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { sayTo, sendSeatCommand } from '#client/lib/run/run-commands.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { showToast, toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';

/** What can be done for this one seat. */
export const SeatFoot = ({ run, tile }: { run: RunBody; tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const isServing = run.stage === 'drill' && (tile.state === 'running' || tile.state === 'stopped');
  return (
    <div className="shrink-0 border-line border-t px-16 pt-10 pb-12">
      {tile.asking ? (
        <div className="mb-10 flex flex-wrap items-center gap-8 font-semibold text-accent">
          <Smartphone size={16} aria-hidden="true" />
          {t('attention.askingText')}
          <AskingButtons seat={tile.seat} name={tile.name} />
        </div>
      ) : null}
      {tile.link === 'absent' ? null : <Whisper tile={tile} />}
      <div className="mt-8 flex flex-wrap items-center gap-8">
        {mayTeach && isServing ? (
          <Button onClick={() => openWallDialog('incident')}>
            <Zap size={14} aria-hidden="true" />
            {t('incident.here')}
          </Button>
        ) : null}
        {mayTeach && tile.link !== 'absent' ? <ReleaseButton tile={tile} /> : null}
        {tile.drill !== null && tile.state === 'ended' ? (
          <ButtonLink to={`/drills/${tile.drill}/report`}>{t('ui:seeReport')}</ButtonLink>
        ) : null}
        {mayTeach ? null : <span className="text-12 text-ink-3">{t('mentor.text')}</span>}
      </div>
    </div>
  );
};

/** 私下提示: on this desk only, without stopping anything. */
const Whisper = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const hint = text.trim();
  const send = async () => {
    if (hint === '' || isBusy) return;
    setIsBusy(true);
    const wasSaid = await toastFailure(sayTo(tile.seat, hint));
    setIsBusy(false);
    if (!wasSaid) return;
    setText('');
    showToast(t('whisper.done', { name: tile.name }));
  };
  return (
    <form
      className="flex items-end gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={t('whisper.label')}
        className="min-w-0 flex-1"
        maxLength={200}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" kind="primary" disabled={hint === '' || isBusy}>
        {t('ui:send')}
      </Button>
    </form>
  );
};

const ReleaseButton = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label={t('release.title', { name: tile.name })}
      side="top"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={<Button>{t('release.do')}</Button>}
    >
      <p className="mb-8 max-w-260">{t('release.text', { name: tile.name })}</p>
      <Button
        onClick={() => {
          setIsOpen(false);
          void toastFailure(sendSeatCommand(tile.seat, 'release'));
        }}
      >
        {t('release.do')}
      </Button>
    </Popover>
  );
};
