import { useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { WhereItIs } from '#client/drill/hand-overs/where-it-is.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import type { SeatBody } from '#contract/runs.ts';
import { AskingCard, RefusedCard } from './asking-cards.tsx';
import { Assignment } from './assignment.tsx';
import { ReplayTaskCard } from './replay-task-card.tsx';
import { CardButton, RolePlayCard } from './role-play-card.tsx';
import { SeatReports } from './seat-reports.tsx';
import { StateCard } from './state-card.tsx';
import { ThisLesson } from './this-lesson.tsx';
import { TryAgain } from './try-again.tsx';

/** What there is to do now: one thing, said large; what comes next under it. */
export const SeatView = ({ body }: { body: SeatBody }) => {
  const { t } = useTranslation('join');
  const { run, state } = body;
  if (state === 'asking') return <AskingCard body={body} />;
  if (state === 'refused') return <RefusedCard body={body} />;
  if (run.contest !== undefined) return <ToContest seat={body.seat.id} />;
  if (run.parts !== undefined) return <Navigate to={`/exams/seats/${body.seat.id}`} replace />;
  if (run.paper !== undefined) return <Navigate to={`/seats/${body.seat.id}/paper`} replace />;
  const hasTask = run.stage === 'redo' && body.redo !== null;
  if (body.lead !== undefined && !hasTask) return <Navigate to={`/seats/${body.seat.id}/lead`} replace />;
  if (body.homework !== undefined) return <Assignment body={body} homework={body.homework} />;
  if (run.ended || run.stage === 'close')
    return (
      <StateCard title={t('over.title')} text={t('ended.text')}>
        <SeatReports body={body} />
      </StateCard>
    );
  if (run.stage === 'redo' && body.redo !== null) return <ReplayTaskCard redo={body.redo} />;
  if (run.frozen) return <StateCard isLarge title={t('frozen.title')} text={t('frozen.text')} />;
  if (run.stage === 'debrief' || run.stage === 'redo')
    return (
      <StateCard isLarge title={t('debrief.title')} text={t('debrief.text')}>
        {body.rolePlay?.parts.some(({ part, state: is }) => part === 'play' && is === 'over') === true ? (
          <CardButton seat={body.seat.id} kind="plain" way="toSettle" />
        ) : null}
        <SeatReports body={body} />
      </StateCard>
    );
  if (body.rolePlay !== undefined) return <RolePlayCard body={body} rolePlay={body.rolePlay} />;
  if (state === 'serving' && body.drill !== null)
    return (
      <StateCard title={t('serving.title')} text={t('serving.text')}>
        <ButtonLink kind="primary" size="l" to={`/drills/${body.drill}`}>
          {t('serving.go')}
        </ButtonLink>
      </StateCard>
    );
  if (state === 'done')
    return (
      <StateCard title={t('done.title')} text={t('done.text')}>
        {body.project === undefined ? null : <WhereItIs project={body.project} />}
        <SeatReports body={body} />
        <TryAgain body={body} />
      </StateCard>
    );
  return (
    <>
      {body.project === undefined || run.stage !== 'drill' ? null : (
        <StateCard title={t('project.title')}>
          <WhereItIs project={body.project} />
        </StateCard>
      )}
      <ThisLesson body={body} />
    </>
  );
};

/**
 * A contest's seat has a page of its own. It is gone to once this page's connection stands: closed before that, a browser
 * complains of it. What the link brought goes along: which desk was left on purpose.
 */
const ToContest = ({ seat }: { seat: string }) => {
  const { state } = useLocation();
  const link = useSeat((stored) => stored.link);
  // At first the store still tells of the connection before.
  const [isOwn, setIsOwn] = useState(false);
  useEffect(() => setIsOwn(true), []);
  return isOwn && link !== 'connecting' ? <Navigate to={`/contest/seats/${seat}`} state={state} replace /> : null;
};
