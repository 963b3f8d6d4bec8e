import './strings.ts';
import { useEffect } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { phaseNow, phaseWords, ruleLines } from '#client/features/contest/model/contest-words.ts';
import { useBoard } from '#client/features/contest/model/use-board.ts';
import { useServerNow } from '#client/features/contest/model/use-now.ts';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { connectSeat } from '#client/lib/seat/seat-live.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ContestBoard } from '#contract/contests/board.ts';
import type { SeatBody } from '#contract/runs.ts';
import { RowsTable, TeamsTable } from './board-tables.tsx';
import { ShownName } from './shown-name.tsx';

export const ContestSeatPage = () => {
  const { id = '' } = useParams();
  return <ContestSeat key={id} id={id} createTransport={socketTransport} />;
};

/** The drill whose desk was just left on purpose: a redirect back to it would keep the contestant in it. */
const leftDrillId = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'left' in state && typeof state.left === 'string' ? state.left : null;

/** A contestant between rounds: the lobby, what to do now, the board. `createTransport`: tests pass their own. */
export const ContestSeat = ({ id, createTransport }: { id: string; createTransport: () => Transport }) => {
  const { t } = useTranslation('contest');
  const { state } = useLocation();
  useEffect(() => connectSeat(id, createTransport()), [id, createTransport]);
  const body = useSeat((seat) => (seat.seatId === id ? seat.body : null));
  const lossReason = useSeat((seat) => (seat.seatId === id ? seat.lossReason : null));
  const link = useSeat((seat) => seat.link);
  useTitle(body?.run.name ?? t('seat.title'));
  if (lossReason !== null)
    return (
      <Panel className="mx-auto max-w-920">
        <EmptyState
          isError
          title={t('seat.gone')}
          text={lossReason.message}
          action={<ButtonLink to="/contest">{t('enter.title')}</ButtonLink>}
        />
      </Panel>
    );
  if (body === null)
    return (
      <Panel className="mx-auto max-w-920 p-24">
        <h1 className="sr-only">{t('seat.title')}</h1>
        <Skeleton>
          <SkeletonBar className="w-[46%]" />
        </Skeleton>
      </Panel>
    );
  // A seat that is another device's, or of no contest any more, is the seat page's to explain.
  if (body.run.contest === undefined || body.state === 'asking' || body.state === 'refused')
    return <Navigate to={`/seats/${id}`} replace />;
  if (link === 'live' && body.state === 'serving' && body.drill !== null && leftDrillId(state) !== body.drill)
    return <Navigate to={`/drills/${body.drill}`} replace />;
  return (
    <div className="mx-auto max-w-920">
      {link === 'lost' ? (
        <Notice tone="warn" className="mb-12">
          {t('seat.lost')}
        </Notice>
      ) : null}
      <NoticeStrip className="mb-12" />
      <Lobby body={body} contest={body.run.contest} />
    </div>
  );
};

const Lobby = ({ body, contest }: { body: SeatBody; contest: string }) => {
  const { t } = useTranslation('contest');
  const { loaded, isStale, refresh } = useBoard(contest);
  if (loaded.state === 'failed')
    return (
      <Panel>
        <LoadFailed title={t('board.failed')} error={loaded.error} onRetry={refresh} />
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Panel className="p-24">
        <Skeleton>
          <SkeletonBar className="w-[46%]" />
        </Skeleton>
      </Panel>
    );
  return <LoadedLobby body={body} board={loaded.value} isStale={isStale} refresh={refresh} />;
};

type LobbyProps = { body: SeatBody; board: ContestBoard; isStale: boolean; refresh: () => void };

const LoadedLobby = ({ body, board, isStale, refresh }: LobbyProps) => {
  const { t } = useTranslation('contest');
  const now = useServerNow(board.now);
  const own = useLoad(pathTo('GET /api/seats/:id/contest', { id: body.seat.id }));
  const { contest } = board;
  const phase = phaseNow(board, now);
  const hasLeft = own.loaded.state === 'ready' && own.loaded.value.left;
  return (
    <>
      <Panel className="px-24 py-20 max-pane:px-14">
        <h1 className="font-semibold text-18 wrap-anywhere">{contest.name}</h1>
        <p className="text-ink-2">
          {t('seat.who', {
            name: body.seat.name,
            team: own.loaded.state === 'ready' ? own.loaded.value.team : (body.run.className ?? ''),
          })}
        </p>
        <p role="status" className="mt-12 font-semibold text-20 text-accent">
          {hasLeft ? t('seat.left') : phaseWords(t, phase, contest, now)}
        </p>
        {hasLeft ? null : <Begin body={body} phase={phase} />}
        <ul className="mt-16 grid list-disc gap-2 pl-18 text-ink-2">
          {ruleLines(t, contest).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {own.loaded.state === 'ready' ? (
          <ShownName key={own.loaded.value.label} seat={body.seat.id} own={own.loaded.value} onSaved={own.refresh} />
        ) : null}
      </Panel>
      {body.reports.length > 0 ? <Reports body={body} /> : null}
      <SectionHeader
        title={t('board.rows')}
        note={isStale ? t('board.stale') : t('board.people', { entered: board.entered, playing: board.playing })}
        aside={
          <Button size="s" onClick={refresh}>
            {t('ui:refresh')}
          </Button>
        }
      />
      {phase === 'frozen' || phase === 'closed' ? (
        <Notice tone="warn">{t(`board.${phase}`, { n: contest.freezeMinutes })}</Notice>
      ) : null}
      <Panel>
        <RowsTable
          rows={board.rows}
          replayOf={board.phase === 'told' ? ({ key }) => `/contests/${contest.id}/replays/${key}/0` : undefined}
        />
      </Panel>
      <SectionHeader title={t('board.teams')} />
      <Panel>
        <TeamsTable teams={board.teams} />
      </Panel>
    </>
  );
};

const Begin = ({ body, phase }: { body: SeatBody; phase: ContestBoard['phase'] }) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  const isOpen = !body.run.ended && (phase === 'open' || phase === 'frozen');
  if (!isOpen) return null;
  if (body.drill !== null)
    return (
      <ButtonLink kind="primary" size="l" className="mt-12" to={`/drills/${body.drill}`}>
        {t('seat.goOn')}
      </ButtonLink>
    );
  if (body.attemptsLeft === 0) return <p className="mt-8 text-ink-2">{t('seat.noMore')}</p>;
  const isAgain = (body.homework?.done.length ?? 0) > 0;
  return (
    <div className="mt-12 flex flex-wrap items-center gap-12">
      <Button
        kind="primary"
        size="l"
        disabled={isBusy}
        // The seat's own news then leads to the desk.
        onClick={() => void send(() => call('POST /api/seats/:id/again', { id: body.seat.id }))}
      >
        {t(isAgain ? 'seat.again' : 'seat.begin')}
      </Button>
      <span className="text-12 text-ink-3">{t('seat.beginText', { minutes: body.run.minutes })}</span>
      <Refused error={error} className="basis-full" />
    </div>
  );
};

const Reports = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('contest');
  return (
    <>
      <SectionHeader title={t('seat.reports')} note={t('seat.reportsNote')} />
      <Panel className="flex flex-wrap gap-8 px-18 py-12 max-pane:px-14">
        {body.reports.map(({ drill, score }, index) => (
          <ButtonLink key={drill} to={`/drills/${drill}/report`}>
            {t('seat.report', { n: body.reports.length - index, score: score ?? t('none') })}
          </ButtonLink>
        ))}
      </Panel>
    </>
  );
};
