import './strings.ts';
import { useEffect } from 'react';
import { Navigate, useLocation, useParams } from 'react-router';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { connectSeat } from '#client/lib/seat/seat-live.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { Notice } from '#client/ui/layout/notice.tsx';
import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { SeatGone } from './seat-gone.tsx';
import { SeatHead } from './seat-head.tsx';
import { SeatView } from './seat-view.tsx';

export const SeatPage = () => {
  const { id = '' } = useParams();
  return <Seat key={id} id={id} createTransport={socketTransport} />;
};

/** The drill whose desk the trainee has just left on purpose: a redirect back to it would keep them in it. */
const leftDrillId = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && 'left' in state && typeof state.left === 'string' ? state.left : null;

/** A trainee's seat in a run, between the drills. `createTransport` opens the way to the server; tests pass their own. */
export const Seat = ({ id, createTransport }: { id: string; createTransport: () => Transport }) => {
  const { t } = useTranslation('join');
  const { state } = useLocation();
  useEffect(() => connectSeat(id, createTransport()), [id, createTransport]);
  const body = useSeat((seat) => (seat.seatId === id ? seat.body : null));
  const lossReason = useSeat((seat) => (seat.seatId === id ? seat.lossReason : null));
  const link = useSeat((seat) => seat.link);
  useTitle(body?.run.name ?? t('seat.title'));

  if (lossReason !== null) return <SeatGone error={lossReason} hadSeat={body !== null} />;
  if (body === null)
    return (
      <Panel className="mx-auto max-w-920 p-24">
        <h1 className="sr-only">{t('seat.title')}</h1>
        {link === 'lost' ? <LostStrip /> : null}
        <Skeleton>
          <SkeletonBar className="w-[46%]" />
        </Skeleton>
      </Panel>
    );
  // Only while the connection is live: a stored state may be out of date.
  const isWaited = body.rolePlay?.parts.some(({ part, state: is }) => part === 'serve' && is === 'waits') === true;
  if (
    link === 'live' &&
    body.state === 'serving' &&
    body.drill !== null &&
    !isWaited &&
    leftDrillId(state) !== body.drill
  )
    return <Navigate to={`/drills/${body.drill}`} replace />;
  return (
    <div className="mx-auto max-w-920">
      {link === 'lost' ? <LostStrip /> : null}
      {body.run.ended ? null : <NoticeStrip className="mb-12" />}
      <SeatHead body={body} />
      <SeatView body={body} />
    </div>
  );
};

const LostStrip = () => {
  const { t } = useTranslation('join');
  return (
    <Notice tone="warn" className="mb-12">
      {t('seat.lost')}
    </Notice>
  );
};
