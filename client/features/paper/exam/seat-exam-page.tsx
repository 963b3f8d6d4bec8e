import './strings.ts';
import { useNavigate, useParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRefreshEvery } from '#client/lib/hooks/use-refresh-every.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { PanelSkeleton } from '#client/ui/layout/panel-skeleton.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ExamSitting, SeatExam, SeatPart } from '#contract/exams/parts.ts';
import { ExamMarkShown } from './exam-mark.tsx';
import { ExamPartRow, isOpenPart } from './exam-part-row.tsx';
import { OwnTypingShown } from './own-typing.tsx';

/** Soon enough that a part ended elsewhere, a device allowed or a publishing shows by itself. */
const REFRESH_MS = 5000;

/** A seat's exam: its parts in order and how each stands, the next one to do, and once published what came of it. */
export const SeatExamPage = () => {
  const { id = '' } = useParams();
  const { t } = useTranslation('exams');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/seats/:id/exam', { id }));
  useTitle(loaded.state === 'ready' ? loaded.value.run.name : t('title'));
  useRefreshEvery(REFRESH_MS, refresh);
  if (loaded.state === 'ready') return <Shown exam={loaded.value} refresh={refresh} />;
  return (
    <Panel className="mx-auto max-w-720">
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'loading' ? (
        <PanelSkeleton />
      ) : loaded.error.code === 'unknown-seat' || loaded.error.code === 'exam-none' ? (
        <EmptyState
          title={t('seat.gone')}
          text={t('seat.goneText')}
          action={<ButtonLink to="/join">{t('seat.join')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

type Props = { exam: SeatExam; refresh: () => void };

const Shown = ({ exam, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { run, seat, phase, parts, mark, others, extraPercent, sitting, dueAt, now } = exam;
  const isMissed = parts.every(({ state }) => state === 'missed');
  return (
    <Panel className="mx-auto max-w-720 px-24 py-20 max-pane:px-14">
      <p className="text-12 text-ink-3">{clauses([run.className, seat.no, seat.name])}</p>
      <h1 className="mt-4 font-semibold text-18 wrap-anywhere">{run.name}</h1>
      <p className="mt-4 text-ink-2">
        {clauses([
          t('seat.window', { opens: dueMoment(run.opensAt, now), due: dueMoment(dueAt, now) }),
          extraPercent === 0 ? null : t('seat.extra', { n: extraPercent }),
          run.dealt && t(`ui:dealt.${run.dealt}`),
        ])}
      </p>
      {phase === 'elsewhere' ? (
        <Elsewhere exam={exam} refresh={refresh} />
      ) : (
        <>
          {mark === null ? null : (
            <div className="mt-16">
              <ExamMarkShown mark={mark} rules={run} />
              {exam.typing === null ? null : <OwnTypingShown seat={seat.id} typing={exam.typing} onSent={refresh} />}
            </div>
          )}
          <p role="status" className="mt-12 text-ink-2">
            {mark !== null ? null : phase === 'over' ? t(isMissed ? 'seat.missed' : 'seat.over') : null}
            {phase === 'before'
              ? t('seat.before')
              : phase === 'open'
                ? t(sitting === null ? 'seat.rules' : 'seat.rulesOnce')
                : null}
          </p>
          {sitting === null || phase === 'over' ? null : <SittingLine sitting={sitting} now={now} />}
          <ol className="mt-12 border-line border-t">
            {parts.map((part, place) => (
              <ExamPartRow key={part.kind} part={part} no={place + 1}>
                {isOpenPart(part) ? <Go exam={exam} part={part} /> : <Read exam={exam} part={part} />}
              </ExamPartRow>
            ))}
          </ol>
          {others.map(({ seat: other, isFirst }) => (
            <ButtonLink key={other} kind="bare" className="mt-12" to={`/exams/seats/${encodeURIComponent(other)}`}>
              {t(isFirst ? 'seat.first' : 'seat.again')}
            </ButtonLink>
          ))}
        </>
      )}
    </Panel>
  );
};

/** How long the one sitting is before it is begun, and then what is left of it. */
const SittingLine = ({ sitting: { ms, endsAt }, now }: { sitting: ExamSitting; now: number }) => {
  const { t } = useTranslation('exams');
  const minutes = (of: number) => Math.max(0, Math.ceil(of / 60_000));
  return (
    <Notice tone={endsAt === null ? 'info' : 'warn'} className="mt-12">
      {endsAt === null
        ? t('seat.once', { n: minutes(ms) })
        : t('seat.onceUntil', { until: dueMoment(endsAt, now), n: minutes(endsAt - now) })}
    </Notice>
  );
};

/** To the part: a paper and typing have pages of their own, where they are begun; the customers come at once. */
const Go = ({ exam, part: { kind, state } }: { exam: SeatExam; part: SeatPart }) => {
  const { t } = useTranslation('exams');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const id = exam.seat.id;
  const label = t(state === 'going' ? 'seat.goOn' : `seat.begin.${kind}`);
  if (kind !== 'customers')
    return (
      <ButtonLink kind="primary" to={kind === 'paper' ? `/seats/${id}/paper` : `/exams/seats/${id}/typing`}>
        {label}
      </ButtonLink>
    );
  if (state === 'going' && exam.drill !== null)
    return (
      <ButtonLink kind="primary" to={`/drills/${exam.drill}`}>
        {label}
      </ButtonLink>
    );
  const open = async () => {
    const opened = await send(() => call('POST /api/seats/:id/again', { id }), true);
    if (opened?.value.drill != null) void navigate(`/drills/${opened.value.drill}`);
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

/** Once published: the paper with its answers, the report of the customers. */
const Read = ({ exam, part: { kind, state } }: { exam: SeatExam; part: SeatPart }) => {
  const { t } = useTranslation('exams');
  if (exam.run.publishedAt === null || state !== 'done' || kind === 'typing') return null;
  const to = kind === 'paper' ? `/seats/${exam.seat.id}/paper` : `/drills/${exam.drill ?? ''}/report`;
  return (
    <ButtonLink kind="bare" to={to}>
      {t('look')}
    </ButtonLink>
  );
};

const Elsewhere = ({ exam: { asking, seat, run }, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, send } = useSubmit();
  const ask = async () => {
    await send(() => call('POST /api/join/:code', { code: run.code }, { seat: seat.id }));
    refresh();
  };
  return (
    <>
      <p role="status" className="mt-12 font-semibold">
        {t(asking ? 'seat.asking' : 'seat.elsewhere', { name: seat.name })}
      </p>
      <p className="mt-4 text-ink-2">{t('seat.elsewhereText')}</p>
      {asking ? null : (
        <Button kind="primary" size="l" className="mt-12" disabled={isBusy} onClick={() => void ask()}>
          {t('seat.ask')}
        </Button>
      )}
      <Refused error={error} className="mt-10" />
    </>
  );
};
