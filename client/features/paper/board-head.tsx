import { Download } from 'lucide-react';
import { useEffect, useReducer, useRef, useState } from 'react';
import { type Answer, call } from '#client/lib/api.ts';
import { mean } from '#client/lib/arithmetic.ts';
import { clauses } from '#client/lib/clauses.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { clock, marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { PaperBoard } from '#contract/papers/papers.ts';

type Props = { board: PaperBoard; mayChange: boolean; refresh: () => void };

const MORE_MINUTES = 5;

/** 482 913: a code is read out and typed in two groups of three. */
const spacedCode = (code: string): string => code.replace(/^(\d{3})(\d{3})$/, '$1 $2');

/** What is left by now: the board's clock goes on between two readings. */
const useLeftMs = ({ clock: { totalMs, elapsedMs, running }, now }: PaperBoard): number => {
  const heard = useRef({ now, at: performance.now() });
  if (heard.current.now !== now) heard.current = { now, at: performance.now() };
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(redraw, 500);
    return () => clearInterval(timer);
  }, [running]);
  return Math.max(0, totalMs - elapsedMs - (running ? performance.now() - heard.current.at : 0));
};

/** What it is, how far it is, and what the teacher may do next: one filled button. */
export const BoardHead = ({ board, mayChange, refresh }: Props) => {
  const { t } = useTranslation('paper');
  const [isEnding, setIsEnding] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const { run, over, plan, seats } = board;
  const { id } = run;
  const state = run.ended ? 'ended' : over ? 'over' : run.stage === 'drill' ? 'running' : 'waiting';
  const change = async (request: () => Promise<Answer<unknown>>) => {
    await send(request);
    refresh();
  };
  const enter = (stage: 'drill' | 'debrief') => change(() => call('POST /api/runs/:id/stage', { id }, { stage }));
  const publish = (published: boolean) => change(() => call('POST /api/runs/:id/publish', { id }, { published }));
  const save = async () => {
    const refusal = await download(pathTo('GET /api/runs/:id/paper.xlsx', { id }), 'paper.xlsx');
    if (refusal !== null) showToast(t('board.fileFailed', { why: refusal }), 'bad');
  };
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-[1_1_260px]">
          <h1 className="flex flex-wrap items-center gap-8 font-semibold text-18 wrap-anywhere">
            {run.name}
            <Tag tone={state === 'running' ? 'accent' : 'plain'}>{t(`board.state.${state}`)}</Tag>
          </h1>
          <p className="text-12 text-ink-3">
            {clauses([
              run.className ?? t('board.noClass'),
              t(plan.draws === 'own' ? 'board.sizeOwn' : 'board.size', {
                n: plan.questions,
                minutes: run.minutes,
                seed: plan.seed,
              }),
            ])}
          </p>
        </div>
        <div className="flex flex-wrap gap-8">
          {over ? (
            <Button onClick={() => void save()}>
              <Download size={14} aria-hidden="true" />
              {t('board.file')}
            </Button>
          ) : null}
          {run.publishedAt === null ? null : (
            <ButtonLink to={`/runs/${id}/certificates`}>{t('ui:certificates')}</ButtonLink>
          )}
          {mayChange && state === 'waiting' ? (
            <Button kind="primary" disabled={isBusy} onClick={() => void enter('drill')}>
              {t('board.start')}
            </Button>
          ) : null}
          {mayChange && state === 'running' ? (
            <>
              <Button
                disabled={isBusy}
                onClick={() => void change(() => call('POST /api/runs/:id/extend', { id }, { minutes: MORE_MINUTES }))}
              >
                {t('board.extend', { n: MORE_MINUTES })}
              </Button>
              <Button disabled={isBusy} onClick={() => setIsEnding(true)}>
                {t('board.end')}
              </Button>
            </>
          ) : null}
          {mayChange && state === 'over' ? (
            <>
              <Button disabled={isBusy} onClick={() => void change(() => call('POST /api/runs/:id/end', { id }))}>
                {t('board.close')}
              </Button>
              <Button
                kind={run.publishedAt === null ? 'primary' : 'plain'}
                disabled={isBusy}
                onClick={() => void publish(run.publishedAt === null)}
              >
                {t(run.publishedAt === null ? 'board.publish' : 'board.unpublish')}
              </Button>
            </>
          ) : null}
        </div>
      </div>
      <Refused error={error} className="mb-10" />
      <Panel className="mb-12 flex flex-wrap items-stretch gap-y-10 py-10">
        {state === 'waiting' || state === 'running' ? (
          <div className="border-line border-r px-18">
            <p className="text-12 text-ink-3">{t('board.code')}</p>
            <p className={state === 'waiting' ? 'whitespace-nowrap font-semibold text-52' : 'font-semibold text-22'}>
              {spacedCode(run.code)}
            </p>
            <p className="text-12 text-ink-3">{t('board.at', { at: `${location.host}/join` })}</p>
          </div>
        ) : null}
        <Figures board={board} state={state} />
        <p className="min-w-0 flex-[1_1_240px] self-center px-16 text-ink-2">
          {t(`board.next.${nextOf(board, state)}`)}
        </p>
      </Panel>
      <Dialog
        open={isEnding}
        onOpenChange={setIsEnding}
        title={t('end.title', { name: run.name })}
        description={t('end.text', {
          n: seats.filter(({ begunAt, handedInAt }) => begunAt !== null && handedInAt === null).length,
        })}
        actions={
          <>
            <Button size="l" onClick={() => setIsEnding(false)}>
              {t('end.back')}
            </Button>
            <Button
              kind="primary"
              size="l"
              disabled={isBusy}
              onClick={() => void enter('debrief').then(() => setIsEnding(false))}
            >
              {t('board.end')}
            </Button>
          </>
        }
      />
    </>
  );
};

type State = 'waiting' | 'running' | 'over' | 'ended';

const nextOf = ({ run, keysWait }: PaperBoard, state: State) => {
  if (state !== 'over' && state !== 'ended') return state;
  if (run.publishedAt === null) return 'publish';
  return keysWait ? 'keysWait' : 'published';
};

const Figures = ({ board, state }: { board: PaperBoard; state: State }) => {
  const { t } = useTranslation('paper');
  const leftMs = useLeftMs(board);
  const { seats } = board;
  const begun = seats.filter(({ begunAt }) => begunAt !== null);
  const given = seats.flatMap(({ result }) => result?.mark ?? []);
  const meanMark = mean(given);
  return (
    <>
      {state === 'running' ? <Figure label={t('strip.left')} value={clock(leftMs)} /> : null}
      {state === 'waiting' ? (
        <Figure
          label={t('board.joined')}
          value={seats.filter(({ joined }) => joined).length}
          unit={unitOf(seats.length)}
        />
      ) : (
        <Figure label={t('board.begun')} value={begun.length} unit={unitOf(seats.length)} />
      )}
      {state === 'running' ? (
        <Figure
          label={t('board.handedIn')}
          value={seats.filter(({ handedInAt }) => handedInAt !== null).length}
          unit={unitOf(begun.length)}
        />
      ) : null}
      {meanMark === null ? null : <Figure label={t('board.mean')} value={marks(meanMark)} />}
      {given.length === 0 ? null : (
        <Figure label={t('board.range')} value={`${marks(Math.min(...given))}–${marks(Math.max(...given))}`} />
      )}
    </>
  );
};

const unitOf = (n: number): string => `/ ${n}`;
