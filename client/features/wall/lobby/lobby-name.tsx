import { WifiOff } from 'lucide-react';
import { memo, type ReactNode, useState } from 'react';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import type { NameGrid } from '#client/features/wall/model/wall-layout.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { sendSeatCommand } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Popover } from '#client/ui/controls/popover.tsx';
import { cx } from '#client/ui/cx.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { WallTile } from '#contract/wall.ts';
import { AskingButtons } from './asking-buttons.tsx';

const SIZES: Record<NameGrid['fontPx'], string> = {
  26: 'text-[26px] leading-[36px]',
  22: 'text-22 leading-[30px]',
  18: 'text-18',
  16: 'text-16',
};

/** One of the class: the number, the name, whether they are here. */
export const LobbyName = memo(({ seat, grid }: { seat: string; grid: NameGrid }) => {
  const { t } = useTranslation('wall');
  const tile = useRun((state) => state.tiles[seat]);
  if (tile === undefined) return null;
  const isHere = tile.link === 'online';
  return (
    <li
      className={cx(
        'flex min-w-0 items-center gap-x-10 border-line border-b max-pane:gap-x-8',
        tile.asking && 'flex-wrap content-center py-4',
      )}
      style={{ minHeight: grid.rowPx }}
    >
      {tile.no === '' ? null : <span className="w-28 shrink-0 text-14 text-ink-3 max-wide:w-22">{tile.no}</span>}
      <span className={cx('min-w-0', SIZES[grid.fontPx], isHere ? 'font-normal text-ink' : 'text-ink-3')}>
        {tile.link === 'absent' ? <span className="cut block">{tile.name}</span> : <NameWithRelease tile={tile} />}
      </span>
      {tile.leads ? <Tag tone="accent">{t('mark.leads')}</Tag> : null}
      {tile.asking ? (
        <AskingDevice seat={seat} name={tile.name} />
      ) : isHere ? null : (
        <span className="inline-flex shrink-0 items-center gap-4 text-14 text-ink-3">
          {tile.link === 'lost' ? <WifiOff size={14} aria-hidden="true" /> : null}
          {t(`link.${tile.link}`)}
        </span>
      )}
    </li>
  );
});
LobbyName.displayName = 'LobbyName';

const AskingDevice = ({ seat, name }: { seat: string; name: string }) => {
  const { t } = useTranslation('wall');
  return (
    <span className="flex basis-full flex-wrap items-center gap-6 text-14 text-accent">
      <span className="pl-38 max-wide:pl-0">{t('flag.asking')}</span>
      <AskingButtons seat={seat} name={name} />
    </span>
  );
};

/** A name that can be pressed, to take the device away from it. */
const NameWithRelease = ({ tile }: { tile: WallTile }): ReactNode => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const [isOpen, setIsOpen] = useState(false);
  if (!mayTeach) return <span className="cut block">{tile.name}</span>;
  return (
    <Popover
      label={t('release.title', { name: tile.name })}
      align="start"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button type="button" className="cut block max-w-full rounded-3 text-left hover:bg-soft max-pane:min-h-44">
          {tile.name}
        </button>
      }
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
