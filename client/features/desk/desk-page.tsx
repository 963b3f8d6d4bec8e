import { useEffect, useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { waitingCount } from '#client/drill/model/drill-rounds.ts';
import { OpenInHistory } from '#client/features/desk/history/open-in-history.tsx';
import { forgetAnatomy, notePanelsShown } from '#client/features/desk/model/desk-anatomy.ts';
import { openHints } from '#client/features/desk/model/desk-hints.ts';
import { recallHandovers, resetDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { connectDrill } from '#client/features/desk/model/drill-connection.ts';
import { deskExit, useDeskSeat, useExamLeft } from '#client/features/desk/model/drill-run.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { forgetSide } from '#client/features/desk/side/side-memory.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { loadParts } from '#client/lib/later.tsx';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { DeskFrame } from './desk-frame.tsx';

/** By then the first screen has come over a slow line, too. */
const PARTS_AFTER_MS = 3000;

export const DeskPage = () => {
  const { id = '' } = useParams();
  return <Desk key={id} id={id} createTransport={socketTransport} />;
};

/** `createTransport` opens the way to the server; tests pass their own. */
export const Desk = ({ id, createTransport }: { id: string; createTransport: () => Transport }) => {
  const { t } = useTranslation('desk');
  const { loaded, reload } = useLoad(pathTo('GET /api/drills/:id', { id }));
  const refusal = useDrill((state) => (state.link.kind === 'refused' ? state.link.error : null));
  const isLive = useDrill((state) => state.link.kind === 'live');
  /** From then on the stores are this drill's, and no longer those of a desk left before. */
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    resetDeskUi();
    forgetSide();
    openHints();
    forgetAnatomy();
    const stopNoting = notePanelsShown();
    const disconnect = connectDrill(id, createTransport());
    recallHandovers();
    setIsOpen(true);
    return () => {
      stopNoting();
      disconnect();
    };
  }, [id, createTransport]);

  useEffect(() => {
    // What isn't on the first screen comes when that stands: the line may be down when it is needed.
    const timer = setTimeout(() => void loadParts(), PARTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  const summary = loaded.state === 'ready' ? loaded.value : null;
  const isMissing = loaded.state === 'failed';
  useEffect(() => {
    // The summary failed to load while the connection was down. It says whose drill this is, so it is loaded again now.
    if (isMissing && isLive) reload();
  }, [isMissing, isLive, reload]);
  const run = summary?.run ?? null;
  useDeskSeat(run, summary?.retry ?? null);
  useExamLeft(run, summary?.mode ?? null);
  const hasMoved = useSeat((state) => run !== null && state.lossReason !== null);
  const title = useMemo(() => {
    if (summary === null) return null;
    const { rush } = summary;
    if (rush !== null) return t('rush.title', { name: rush.profileName, n: rush.level });
    // A round's titles would tell what each will ask.
    const isRound = summary.scenarios.every(({ short }) => short);
    return isRound
      ? t('shortRound', { count: summary.scenarios.length })
      : summary.scenarios.map((scenario) => scenario.title).join(' · ');
  }, [summary, t]);

  if (refusal !== null)
    return (
      <main className="grid min-h-dvh place-items-center bg-surface">
        <TabTitle title={title} />
        <h1 className="sr-only">{t('title')}</h1>
        <EmptyState
          isError
          title={t(hasMoved ? 'strip.moved' : 'fatal')}
          text={refusal.message}
          action={
            <ButtonLink {...deskExit(summary, id)}>
              {t(summary?.retry ? 'toReport' : run === null ? 'ui:home' : 'toSeat')}
            </ButtonLink>
          }
        />
      </main>
    );
  return (
    <>
      <TabTitle title={title} />
      {isOpen ? <OpenInHistory /> : null}
      <DeskFrame title={title} summary={summary} />
    </>
  );
};

/** Seen from another tab: how many wait for a reply. By itself, or each customer's line would render the whole desk. */
const TabTitle = ({ title }: { title: string | null }) => {
  const { t } = useTranslation('desk');
  const waitingForReply = useDrill(({ view }) => (view.endReason === null ? waitingCount(view) : 0));
  useTitle(title !== null && waitingForReply > 0 ? t('tabTitle', { n: waitingForReply, title }) : title);
  return null;
};
