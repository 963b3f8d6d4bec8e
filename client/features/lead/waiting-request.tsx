import { useEffect, useState } from 'react';
import { RequestFacts } from '#client/drill/lead/request-facts.tsx';
import { clock } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { LeadRequest } from '#contract/together/leads.ts';
import { AnswerForm } from './answer-form.tsx';

const TICK_MS = 500;
/** The last stretch, in which the time left is marked. */
const SOON_MS = 30_000;

/** Milliseconds left by the page's own clock, counted on from the server's last word. */
const useLeft = (left: LeadRequest['left']): number => {
  const heardAt = useSeat((state) => state.heardAt);
  const [now, setNow] = useState(() => performance.now());
  const runs = left?.runs === true;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [runs]);
  if (left === null) return 0;
  return Math.max(0, left.ms - (runs ? Math.max(0, now - heardAt) : 0));
};

/** A request that waits: who asks for what, the clock, and the answer. */
export const WaitingRequest = ({ seat, request }: { seat: string; request: LeadRequest }) => {
  const { t } = useTranslation('lead');
  const leftMs = useLeft(request.left);
  const time = clock(Math.ceil(leftMs / 1000) * 1000);
  const runs = request.left?.runs === true;
  return (
    <Panel className="grid gap-10 px-18 py-14 max-pane:px-14">
      <div className="flex flex-wrap items-baseline gap-x-12 gap-y-2">
        <h3 lang="zh-CN" className="min-w-0 font-semibold text-15 wrap-anywhere">
          {t('request.from', { name: request.seat.name, customer: request.customer })} · {request.operation}
        </h3>
        <span className={cx('ml-auto shrink-0', leftMs <= SOON_MS && runs ? 'font-semibold text-bad' : 'text-ink-2')}>
          {t(runs ? 'request.left' : 'request.stands', { time })}
        </span>
      </div>
      <RequestFacts request={request} />
      <AnswerForm seat={seat} request={request} />
    </Panel>
  );
};
