import '#client/drill/lead/strings.ts';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { AnsweredRequest } from '#client/drill/lead/answered-request.tsx';
import { AuthorityCard } from '#client/drill/lead/lead-card.tsx';
import { LeadFiguresLine } from '#client/drill/lead/lead-figures.tsx';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { connectSeat } from '#client/lib/seat/seat-live.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { socketTransport, type Transport } from '#client/lib/socket.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { NoticeStrip } from '#client/ui/layout/notice-strip.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { SeatBody } from '#contract/runs.ts';
import type { SeatLead } from '#contract/together/leads.ts';
import { WaitingRequest } from './waiting-request.tsx';

export const LeadPage = () => {
  const { id = '' } = useParams();
  return <LeadSeat key={id} id={id} createTransport={socketTransport} />;
};

/** The desk of a seat that leads: what its peers report, and afterwards what was right. `createTransport`: tests pass their own. */
export const LeadSeat = ({ id, createTransport }: { id: string; createTransport: () => Transport }) => {
  const { t } = useTranslation('lead');
  useEffect(() => connectSeat(id, createTransport()), [id, createTransport]);
  const body = useSeat((seat) => (seat.seatId === id ? seat.body : null));
  const lossReason = useSeat((seat) => (seat.seatId === id ? seat.lossReason : null));
  const link = useSeat((seat) => seat.link);
  const waitingCount = body?.lead?.requests.filter(({ state }) => state === 'waits').length ?? 0;
  useTitle(
    body === null ? t('title') : t(waitingCount > 0 ? 'tabWaiting' : 'tab', { run: body.run.name, n: waitingCount }),
  );
  if (lossReason !== null)
    return (
      <Panel className="mx-auto max-w-920">
        <EmptyState
          isError
          title={t('gone')}
          text={lossReason.message === '' ? t('hint') : lossReason.message}
          action={<ButtonLink to="/join">{t('join')}</ButtonLink>}
        />
      </Panel>
    );
  if (body === null)
    return (
      <Panel className="mx-auto max-w-920 p-24">
        <h1 className="sr-only">{t('title')}</h1>
        <Skeleton>
          <SkeletonBar className="w-[46%]" />
        </Skeleton>
      </Panel>
    );
  // A seat that leads nobody any more, or is another device's, is the seat page's to explain; a task for all is done there.
  if (body.lead === undefined || (body.run.stage === 'redo' && body.redo !== null))
    return <Navigate to={`/seats/${id}`} replace />;
  return (
    <>
      {link === 'lost' ? (
        <Notice tone="warn" className="mb-12">
          {t('lost')}
        </Notice>
      ) : null}
      <NoticeStrip className="mb-12" />
      <LeadDesk body={body} lead={body.lead} />
    </>
  );
};

const LeadDesk = ({ body, lead }: { body: SeatBody; lead: SeatLead }) => {
  const { t } = useTranslation('lead');
  const { run, seat } = body;
  const waiting = lead.requests.filter(({ state }) => state === 'waits');
  const answered = lead.requests.filter(({ state }) => state !== 'waits');
  const isOver = run.ended || !['join', 'card', 'drill'].includes(run.stage);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_300px] items-start gap-16 max-wide:grid-cols-1">
      <div className="grid min-w-0 gap-12">
        <Panel className="px-18 py-14 max-pane:px-14">
          <h1 className="font-semibold text-18 wrap-anywhere">
            {t('title')} · {run.name}
          </h1>
          <p className="text-ink-2">{t('before', { n: lead.answerS })}</p>
          <p className="mt-4 text-ink-2">
            {lead.peers.length === 0 ? t('nobody') : t('peers', { names: listed(lead.peers) })}
          </p>
          {lead.figures === null ? null : (
            <div className="mt-12 border-line border-t pt-12">
              <LeadFiguresLine figures={lead.figures} worth={lead.marks} />
            </div>
          )}
        </Panel>
        {run.frozen ? <Notice tone="warn">{t('frozen')}</Notice> : null}
        {isOver && lead.figures === null ? <Notice>{t('notTold')}</Notice> : null}
        {isOver ? null : (
          <section aria-label={t('waiting', { n: waiting.length })} className="grid gap-12">
            <div role="status">
              <h2 className="font-semibold text-15">{t('waiting', { n: waiting.length })}</h2>
            </div>
            {waiting.length === 0 ? (
              <Panel>
                <EmptyState
                  title={t(run.stage === 'drill' ? 'empty' : 'wait')}
                  text={t(run.stage === 'drill' ? 'emptyText' : 'waitText')}
                />
              </Panel>
            ) : (
              waiting.map((request) => (
                <WaitingRequest key={`${request.drill} ${request.ask}`} seat={seat.id} request={request} />
              ))
            )}
          </section>
        )}
        {answered.length === 0 ? (
          isOver ? (
            <Panel>
              <EmptyState title={t('emptyOver')} text={t('emptyOverText')} />
            </Panel>
          ) : null
        ) : (
          <section aria-label={t('answered', { n: answered.length })}>
            <SectionHeader title={t('answered', { n: answered.length })} />
            <Panel>
              {answered.map((request) => (
                <AnsweredRequest key={`${request.drill} ${request.ask}`} request={request} />
              ))}
            </Panel>
          </section>
        )}
      </div>
      <aside className="grid min-w-0 gap-12">
        {lead.cards.map((card) => (
          <AuthorityCard key={card.shop} card={card} />
        ))}
      </aside>
    </div>
  );
};
