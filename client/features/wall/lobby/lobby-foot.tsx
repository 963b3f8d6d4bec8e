import '#client/drill/lead/strings.ts';
import { DoorClosed, DoorOpen, Maximize, Minimize, UserRoundCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { groupedCode, shownAddress, useAddresses } from '#client/features/wall/model/use-addresses.ts';
import { useMayTeach } from '#client/features/wall/model/use-may-teach.ts';
import { figuresOfWall } from '#client/features/wall/model/wall-figures.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { renewCode, setLocked } from '#client/lib/run/run-commands.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { OwnShopList } from '#client/ui/layout/own-shop-list.tsx';
import { toastFailure } from '#client/ui/layout/toast-store.ts';
import type { RunBody } from '#contract/runs.ts';
import { LeadsDialog } from './leads-dialog.tsx';

/** How many are here, and the door. */
export const LobbyFoot = ({ run, showsCode = false }: { run: RunBody; showsCode?: boolean }) => {
  const { t } = useTranslation('wall');
  const mayTeach = useMayTeach();
  const [isAsking, setIsAsking] = useState(false);
  const [givesLeads, setGivesLeads] = useState(false);
  return (
    <footer className="col-span-full flex flex-wrap items-center gap-x-16 gap-y-8 border-line border-t bg-surface px-[2.6vw] py-12 max-pane:px-16">
      {run.ownShops === undefined || run.ownShops.length === 0 ? null : (
        <OwnShopList isShort teams={run.ownShops} className="basis-full" />
      )}
      <SeatCounts hasRoster={run.className !== null} />
      {showsCode ? <LateCode code={run.code} /> : null}
      <p className="min-w-0 flex-1 text-15 text-ink-2 max-pane:basis-full">{t(`lobby.now.${run.stage}`)}</p>
      {mayTeach && run.endedAt === null ? (
        <>
          <Button size="l" onClick={() => void toastFailure(setLocked(!run.locked))}>
            {run.locked ? <DoorOpen size={16} aria-hidden="true" /> : <DoorClosed size={16} aria-hidden="true" />}
            {run.locked ? t('lobby.unlock') : t('lobby.lock')}
          </Button>
          {mayLead(run) ? (
            <Button size="l" onClick={() => setGivesLeads(true)}>
              <UserRoundCheck size={16} aria-hidden="true" />
              {t('lead:give.open')}
            </Button>
          ) : null}
          <Button size="l" onClick={() => setIsAsking(true)}>
            {t('lobby.newCode')}
          </Button>
        </>
      ) : null}
      <FullscreenButton />
      {givesLeads ? <LeadsDialog run={run.id} onClose={() => setGivesLeads(false)} /> : null}
      <Dialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={t('newCode.title')}
        description={t('newCode.text')}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{t('ui:cancel')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setIsAsking(false);
                void toastFailure(renewCode());
              }}
            >
              {t('lobby.newCode')}
            </Button>
          </>
        }
      />
    </footer>
  );
};

/** As the server has it: a lesson for all, whose drill hasn't begun. */
const mayLead = ({ plan, stage }: RunBody): boolean =>
  (stage === 'join' || stage === 'card') &&
  plan.mode !== 'exam' &&
  [plan.homework, plan.paper, plan.exam, plan.contest, plan.project].every((other) => other === undefined);

/** For those who come late, where the code isn't the page's own matter. */
const LateCode = ({ code }: { code: string }) => {
  const { t } = useTranslation('wall');
  const { address } = useAddresses();
  return (
    <p className="text-18">
      {t('lobby.late', { address: shownAddress(address.url) })}{' '}
      <b className="whitespace-nowrap text-[28px] leading-[32px] tabular-nums">{groupedCode(code)}</b>
    </p>
  );
};

const SeatCounts = ({ hasRoster }: { hasRoster: boolean }) => {
  const { t } = useTranslation('wall');
  const joinedCount = useRun((state) => figuresOfWall(state.tiles).joinedCount);
  const onlineCount = useRun((state) => figuresOfWall(state.tiles).onlineCount);
  const seatCount = useRun((state) => state.seats.length);
  return (
    <p className="whitespace-nowrap text-18" role="status">
      {t('lobby.joined')} <b className="text-[28px] leading-[32px]">{joinedCount}</b>
      {hasRoster ? <span className="text-ink-3"> / {seatCount}</span> : null}
      {onlineCount < joinedCount ? (
        <span className="ml-12 text-15 text-ink-3">{t('lobby.lost', { n: joinedCount - onlineCount })}</span>
      ) : null}
    </p>
  );
};

const FullscreenButton = () => {
  const { t } = useTranslation('wall');
  const [isFullscreen, setIsFullscreen] = useState(() => document.fullscreenElement !== null);
  useEffect(() => {
    const readFullscreen = () => setIsFullscreen(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', readFullscreen);
    return () => document.removeEventListener('fullscreenchange', readFullscreen);
  }, []);
  const toggle = () => (isFullscreen ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return (
    <Button size="l" className="max-pane:hidden" onClick={() => void toggle().catch(() => {})}>
      {isFullscreen ? <Minimize size={16} aria-hidden="true" /> : <Maximize size={16} aria-hidden="true" />}
      {isFullscreen ? t('lobby.window') : t('lobby.full')}
    </Button>
  );
};
