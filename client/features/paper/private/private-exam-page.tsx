import '#client/features/paper/exam/strings.ts';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ExamMarkShown } from '#client/features/paper/exam/exam-mark.tsx';
import { ExamPartRow, isOpenPart } from '#client/features/paper/exam/exam-part-row.tsx';
import { TypedLine } from '#client/features/paper/exam/typed-line.tsx';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { clock, shortDate } from '#client/lib/format.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { SeatPart } from '#contract/exams/parts.ts';
import type { PrivateExam } from '#contract/exams/private.ts';

/** Soon enough that a part whose time is up and a report that was made show by themselves. */
const REFRESH_MS = 5000;

/** A mock exam sat alone: its parts in order, the next one to do, and at the end the marks with what to read. */
export const PrivateExamPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('exams');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/private-exams/:id', { id }));
  useTitle(t('private.title'));
  const isWaiting = loaded.state === 'ready' && (!loaded.value.over || loaded.value.waits !== null);
  useRefreshEvery(isWaiting ? REFRESH_MS : null, refresh);
  if (loaded.state === 'ready') return <Shown exam={loaded.value} refresh={refresh} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('private.title')}</h1>
      {loaded.state === 'loading' ? (
        <PanelSkeleton />
      ) : loaded.error.code === 'exam-none' ? (
        <EmptyState
          title={t('private.gone')}
          text={t('private.goneText')}
          action={<ButtonLink to="/exams/private">{t('private.all')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

type Props = { exam: PrivateExam; refresh: () => void };

const Shown = ({ exam, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { at, lastAt, now, over, mark, waits, parts, typed, questions, customers } = exam;
  return (
    <Panel className="mx-auto max-w-720 px-24 py-20 max-pane:px-14">
      <p className="text-12 text-ink-3">
        {clauses([shortDate(at), t('new.count', { n: questions }), t('private.customersOf', { n: customers })])}
      </p>
      <h1 className="mt-4 flex items-center gap-8 font-semibold text-18">
        {t('private.title')}
        {exam.of === null ? null : <Tag tone="accent">{t('private.resitOf')}</Tag>}
      </h1>
      {mark === null ? null : (
        <div className="mt-16">
          <ExamMarkShown mark={mark} rules={exam} />
          {typed === null ? null : (
            <p className="mt-4 text-ink-2">
              <TypedLine typed={typed} />
            </p>
          )}
        </div>
      )}
      <p role="status" className="mt-12 text-ink-2">
        {over
          ? waits === null
            ? t('private.seen')
            : t(`private.waits.${waits}`)
          : t('private.sitting', { left: clock(Math.max(0, lastAt - now)) })}
      </p>
      <ol className="mt-12 border-line border-t">
        {parts.map((part, place) => (
          <ExamPartRow key={part.kind} part={part} no={place + 1}>
            {isOpenPart(part) ? <Go exam={exam} part={part} /> : <Read exam={exam} part={part} />}
          </ExamPartRow>
        ))}
      </ol>
      <div className="mt-16 flex flex-wrap items-start gap-8">
        {exam.mayResit.length === 0 ? null : <Resit exam={exam} />}
        <ButtonLink to="/exams/private">{t('private.all')}</ButtonLink>
        {exam.of === null ? null : (
          <ButtonLink kind="bare" to={`/exams/private/${encodeURIComponent(exam.of)}`}>
            {t('private.toFirst')}
          </ButtonLink>
        )}
        {exam.again.map(({ id }, place) => (
          <ButtonLink key={id} kind="bare" to={`/exams/private/${encodeURIComponent(id)}`}>
            {t('private.toAgain', { n: place + 1 })}
          </ButtonLink>
        ))}
        {over ? null : <GiveUp exam={exam} refresh={refresh} />}
      </div>
    </Panel>
  );
};

const Go = ({ exam: { id, drill }, part: { kind, state } }: { exam: PrivateExam; part: SeatPart }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const label = t(state === 'going' ? 'seat.goOn' : `seat.begin.${kind}`);
  const to = kind === 'customers' ? (drill === null ? null : `/drills/${drill}`) : `/exams/private/${id}/${kind}`;
  if (to !== null)
    return (
      <ButtonLink kind="primary" to={to}>
        {label}
      </ButtonLink>
    );
  const open = async () => {
    const opened = await send(() => call('POST /api/private-exams/:id/customers', { id }), true);
    if (opened !== null) void navigate(`/drills/${opened.value.drill}`);
  };
  return (
    <>
      <Button kind="primary" disabled={isBusy} onClick={() => void open()}>
        {label}
      </Button>
      <Refused error={error} />
    </>
  );
};

/** At the end: the paper with what is right and why, the report of the customers. */
const Read = ({ exam: { id, drill, over }, part: { kind, state } }: { exam: PrivateExam; part: SeatPart }) => {
  const { t } = useTranslation('exams');
  if (!over || state !== 'done' || kind === 'typing') return null;
  return (
    <ButtonLink kind="bare" to={kind === 'paper' ? `/exams/private/${id}/paper` : `/drills/${drill ?? ''}/report`}>
      {t('private.read')}
    </ButtonLink>
  );
};

/** Opens the failed parts once more and goes there; one that goes on is gone on with. */
const Resit = ({ exam: { id, mayResit } }: { exam: PrivateExam }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const open = async () => {
    const made = await send(() => call('POST /api/private-exams/:id/resit', { id }));
    if (made !== null) void navigate(`/exams/private/${encodeURIComponent(made.value.id)}`);
  };
  return (
    <div className="w-full">
      <Button kind="primary" disabled={isBusy} onClick={() => void open()}>
        {t('private.resit', { parts: listed(mayResit.map((kind) => t(`part.${kind}`))) })}
      </Button>
      <p className="mt-4 text-12 text-ink-3">{t('private.resitText')}</p>
      <Refused error={error} />
    </div>
  );
};

/** Asked twice: what isn't done then counts as nought. */
const GiveUp = ({ exam: { id }, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const [isSure, setIsSure] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const end = async () => {
    await send(() => call('POST /api/private-exams/:id/end', { id }));
    setIsSure(false);
    refresh();
  };
  if (!isSure)
    return (
      <Button kind="bare" onClick={() => setIsSure(true)}>
        {t('private.end')}
      </Button>
    );
  return (
    <div className="flex flex-wrap items-center gap-8">
      <span className="text-ink-2">{t('private.endText')}</span>
      <Button disabled={isBusy} onClick={() => void end()}>
        {t('private.endYes')}
      </Button>
      <Button kind="bare" onClick={() => setIsSure(false)}>
        {t('private.endNo')}
      </Button>
      <Refused error={error} />
    </div>
  );
};
