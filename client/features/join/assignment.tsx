import { useEffect, useState } from 'react';
import { call } from '#client/lib/api.ts';
import { dueMoment, dueWords, spanWords } from '#client/lib/due-words.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { TFunction } from '#client/lib/messages.ts';
import { useSeat } from '#client/lib/seat/seat-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { HomeworkPhase, SeatHomework } from '#contract/homework/homework.ts';
import type { SeatBody } from '#contract/runs.ts';
import { OwnAttempts } from './own-attempts.tsx';
import { OwnHandedIn } from './own-handed-in.tsx';
import { RushLines } from './rush-lines.tsx';
import { ShopStudy } from './shop-study.tsx';
import { LessonBrief } from './this-lesson.tsx';

const TONES: Readonly<Record<HomeworkPhase, TagTone>> = { before: 'line', open: 'accent', late: 'warn', over: 'plain' };
const TICK_MS = 30_000;

/** The server's time by now: what is left is told in minutes at the finest. */
const useNow = (body: SeatBody): number => {
  const heardAt = useSeat((state) => state.heardAt);
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return body.now + Math.max(0, performance.now() - heardAt);
};

/** Homework as its trainee sees it: what, until when, how often, what counts, and what was done so far. */
export const Assignment = ({ body, homework }: { body: SeatBody; homework: SeatHomework }) => {
  const { t } = useTranslation('join');
  const now = useNow(body);
  const { run } = body;
  const isOver = run.ended || homework.phase === 'over';
  return (
    <>
      <Panel className="px-24 py-20 max-pane:px-14">
        <div role="status">
          <h2 className="flex flex-wrap items-center gap-8 font-semibold text-18">
            {headline(homework, now, t)}
            <Tag tone={TONES[isOver ? 'over' : homework.phase]}>
              {t(`homework.phase.${isOver ? 'over' : homework.phase}`)}
            </Tag>
          </h2>
          {homework.extended ? <p className="mt-4 text-ink-2">{t('homework.extended')}</p> : null}
        </div>
        <ul className="mt-12 grid list-disc gap-2 pl-18">
          {run.rush === undefined ? (
            <li>{t('homework.customers', { n: run.scenarios.length, minutes: run.minutes })}</li>
          ) : (
            <RushLines rush={run.rush} minutes={run.minutes} />
          )}
          <li>{attemptsText(body, homework, t)}</li>
          <li>{lateText(homework, now, t)}</li>
          {isOver ? null : <li>{t('homework.resume')}</li>}
          {run.mode === 'practice' ? <li>{t('wait.mode.practice')}</li> : null}
        </ul>
        <Begin body={body} homework={homework} />
      </Panel>
      <OwnAttempts body={body} homework={homework} />
      <OwnHandedIn seat={body.seat.id} />
      {run.rush === undefined ? (
        <LessonBrief title={t('homework.brief')} scenarios={run.scenarios} seat={body.seat.id} />
      ) : (
        <ShopStudy id={run.rush.shop} />
      )}
    </>
  );
};

type Say = TFunction<'join'>;

const headline = ({ phase, opensAt, dueAt, lastAt }: SeatHomework, now: number, t: Say): string => {
  if (phase === 'before')
    return t('homework.opens', { moment: dueMoment(opensAt, now), span: spanWords(opensAt - now) });
  if (phase === 'late') return t('homework.lateStill', { moment: dueMoment(lastAt, now) });
  return dueWords(dueAt, now);
};

const attemptsText = ({ attemptsLeft }: SeatBody, { attempts, counts }: SeatHomework, t: Say): string => {
  if (attempts === 1) return t(attemptsLeft === 0 ? 'homework.onceUsed' : 'homework.once');
  const rule = t(`homework.counts.${counts}`);
  return attempts === null
    ? t('homework.unlimited', { rule })
    : t('homework.attempts', { n: attempts, left: attemptsLeft ?? 0, rule });
};

/** What happens at the due time, and to what comes later. */
const lateText = ({ late, lastAt }: SeatHomework, now: number, t: Say): string => {
  const until = dueMoment(lastAt, now);
  if (late === null) return t('homework.late.none');
  return late.off === null ? t('homework.late.marked', { until }) : t('homework.late.off', { until, ...late.off });
};

/** The one thing to do now, or why there is none. */
const Begin = ({ body, homework }: { body: SeatBody; homework: SeatHomework }) => {
  const { t } = useTranslation('join');
  const { isBusy, error, send } = useSubmit();
  const isOpen = !body.run.ended && (homework.phase === 'open' || homework.phase === 'late');
  if (body.drill !== null && isOpen)
    return (
      <div className="mt-16 flex flex-wrap items-center gap-12">
        <ButtonLink kind="primary" size="l" to={`/drills/${body.drill}`}>
          {t('homework.goOn')}
        </ButtonLink>
        <span className="text-12 text-ink-3">{t('homework.goOnText')}</span>
      </div>
    );
  if (!isOpen || body.attemptsLeft === 0) return null;
  const isAgain = homework.done.length > 0;
  return (
    <div className="mt-16 flex flex-wrap items-center gap-12">
      <Button
        kind={isAgain ? 'plain' : 'primary'}
        size="l"
        disabled={isBusy}
        // The seat's own news then leads to the desk.
        onClick={() => void send(() => call('POST /api/seats/:id/again', { id: body.seat.id }))}
      >
        {t(isAgain ? 'homework.again' : 'homework.begin')}
      </Button>
      <span className="text-12 text-ink-3">{t('homework.beginText', { minutes: body.run.minutes })}</span>
      <Refused error={error} className="basis-full" />
    </div>
  );
};
