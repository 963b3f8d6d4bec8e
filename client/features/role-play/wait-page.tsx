import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { cameFrom } from '#client/features/role-play/model/came-from.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useShareLink } from '#client/lib/hooks/share-address.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { connectSeat } from '#client/lib/seat/seat-live.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { QrCode } from '#client/ui/layout/qr-code.tsx';
import type { RolePlayOfDrill } from '#contract/together/role-plays.ts';

const ASK_EVERY_MS = 2000;

/** The code to pass on, and who has taken it; leads to the desk once the player is ready. */
/** `createTransport`: tests pass their own. */
export const WaitPage = ({ createTransport = socketTransport }: { createTransport?: () => Transport }) => {
  const { t } = useTranslation('role-play');
  const { drill = '' } = useParams();
  useTitle(t('wait.title'));
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/drills/:id/role-play', { id: drill }));
  useEffect(() => {
    const timer = setInterval(refresh, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [refresh]);
  const seat = loaded.state === 'ready' ? (loaded.value?.seat ?? null) : null;
  // Whoever waits here for a player is there, on the wall too (RULES J116).
  useEffect(() => (seat === null ? undefined : connectSeat(seat, createTransport())), [seat, createTransport]);
  return (
    <LoadedPanel
      title={t('wait.title')}
      about={t('wait.about')}
      loaded={loaded}
      onRetry={reload}
      failed={t('wait.failed')}
      none={{ is: (value) => value === null, title: t('wait.none'), text: t('wait.noneText') }}
    >
      {(rolePlay) => (rolePlay === null ? null : <Waiting drill={drill} rolePlay={rolePlay} />)}
    </LoadedPanel>
  );
};

const Waiting = ({ drill, rolePlay }: { drill: string; rolePlay: RolePlayOfDrill }) => {
  const { t } = useTranslation('role-play');
  const navigate = useNavigate();
  const { mate } = cameFrom(useLocation().state);
  const { seat } = rolePlay;
  const [isCopied, setIsCopied] = useState(false);
  const link = useShareLink()(`/role-play/${rolePlay.code}`);
  const stage = rolePlay.ready ? 'ready' : rolePlay.taken ? 'reading' : 'free';
  return (
    <div className="grid gap-16 px-24 py-16 max-pane:px-14">
      <p>
        {t('wait.case')} <b lang="zh-CN">{rolePlay.title}</b>
      </p>
      {mate === null || stage !== 'free' ? null : <p>{t('wait.mate', { name: mate })}</p>}
      <div className="flex flex-wrap items-start gap-20">
        <QrCode text={link} label={t('wait.qr')} className="block size-180 border border-line" />
        <div className="grid min-w-0 flex-1 basis-240 gap-8">
          <p className="text-12 text-ink-2">{t('wait.code')}</p>
          <p className="font-semibold text-22 tracking-wide">{rolePlay.code}</p>
          <p className="wrap-anywhere text-12 text-ink-2">{link}</p>
          <div>
            <Button onClick={() => void copyText(link).then(setIsCopied)}>
              {t(isCopied ? 'wait.copied' : 'wait.copy')}
            </Button>
          </div>
        </div>
      </div>
      <p role="status" className={stage === 'ready' ? 'font-semibold text-good' : 'text-ink-2'}>
        {t(`wait.stage.${stage}`, { name: rolePlay.player ?? '' })}
      </p>
      <div className="flex flex-wrap items-center gap-8">
        <Button
          kind="primary"
          size="l"
          disabledReason={stage === 'ready' ? null : t('wait.notYet')}
          onClick={() => navigate(`/drills/${drill}`, { state: { begins: true } })}
        >
          {t(rolePlay.started ? 'wait.back' : 'ui:start')}
        </Button>
        {seat === null ? null : (
          <ButtonLink size="l" to={`/seats/${seat}`}>
            {t('wait.seat')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
};
