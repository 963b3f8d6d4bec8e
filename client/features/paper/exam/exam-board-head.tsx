import { Download } from 'lucide-react';
import { useState } from 'react';
import { type Answer, call } from '#client/lib/api.ts';
import { mean } from '#client/lib/arithmetic.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { marks } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { ExamBoard } from '#contract/exams/parts.ts';
import { ExamDueDialog } from './exam-due-dialog.tsx';
import { ExamEndDialog } from './exam-end-dialog.tsx';
import { OpenResit } from './open-resit.tsx';

type Props = { board: ExamBoard; mayChange: boolean; refresh: () => void };

/** What it is, how far it is, and what the teacher may do next. */
export const ExamBoardHead = ({ board, mayChange, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { isBusy, error, send } = useSubmit();
  const [isExtending, setIsExtending] = useState(false);
  const [ending, setEnding] = useState<'close' | 'end' | null>(null);
  const { run, over, now, of } = board;
  const { id, opensAt, dueAt, publishedAt } = run;
  const state = run.ended ? 'ended' : over ? 'over' : now < opensAt ? 'before' : 'open';
  const isOver = state === 'over' || state === 'ended';
  const change = async (request: () => Promise<Answer<unknown>>) => {
    await send(request);
    refresh();
  };
  const save = async () => {
    const refusal = await download(pathTo('GET /api/runs/:id/exam.xlsx', { id }), 'exam.xlsx');
    if (refusal !== null) showToast(t('board.fileFailed', { why: refusal }), 'bad');
  };
  const publish = () => change(() => call('POST /api/runs/:id/publish', { id }, { published: publishedAt === null }));
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-x-12 gap-y-8">
        <div className="min-w-0 flex-[1_1_260px]">
          <h1 className="flex flex-wrap items-center gap-8 font-semibold text-18 wrap-anywhere">
            {run.name}
            <Tag tone={state === 'open' ? 'accent' : 'plain'}>{t(`board.state.${state}`)}</Tag>
          </h1>
          <p className="text-12 text-ink-3">
            {clauses([
              run.className ?? t('board.noClass'),
              t('seat.window', { opens: dueMoment(opensAt, now), due: dueMoment(dueAt, now) }),
              run.sitting === undefined ? null : t('board.sitting', { n: run.sitting }),
              run.dealt === undefined ? null : t(`ui:dealt.${run.dealt}`),
            ])}
          </p>
        </div>
        <div className="flex flex-wrap gap-8">
          <Button onClick={() => void save()}>
            <Download size={14} aria-hidden="true" />
            {t('board.file')}
          </Button>
          {publishedAt !== null && of === null ? (
            <ButtonLink to={`/runs/${id}/certificates`}>{t('ui:certificates')}</ButtonLink>
          ) : null}
          {mayChange && !run.ended && publishedAt === null ? (
            <Button onClick={() => setIsExtending(true)}>{t(isOver ? 'due.reopen' : 'due.go')}</Button>
          ) : null}
          {mayChange && !isOver ? <Button onClick={() => setEnding('close')}>{t('board.close')}</Button> : null}
          {mayChange && publishedAt !== null && of === null ? <OpenResit board={board} refresh={refresh} /> : null}
          {mayChange && state === 'over' && publishedAt !== null ? (
            <Button onClick={() => setEnding('end')}>{t('board.end')}</Button>
          ) : null}
          {mayChange && isOver ? (
            <Button kind={publishedAt === null ? 'primary' : 'plain'} disabled={isBusy} onClick={() => void publish()}>
              {t(publishedAt === null ? 'board.publish' : 'board.unpublish')}
            </Button>
          ) : null}
        </div>
      </div>
      <Refused error={error} className="mb-10" />
      {isExtending ? <ExamDueDialog board={board} onClose={() => setIsExtending(false)} onDone={refresh} /> : null}
      {ending === null ? null : (
        <ExamEndDialog board={board} kind={ending} onClose={() => setEnding(null)} onDone={refresh} />
      )}
      <Panel className="mb-12 flex flex-wrap items-stretch gap-y-10 py-10">
        {isOver ? null : (
          <div className="border-line border-r px-18">
            <p className="text-12 text-ink-3">{t('board.code')}</p>
            <p className="font-semibold text-22">{run.code.replace(/^(\d{3})(\d{3})$/, '$1 $2')}</p>
            <p className="text-12 text-ink-3">{t('board.at', { at: `${location.host}/join` })}</p>
          </div>
        )}
        <Figures board={board} />
        <p className="min-w-0 flex-[1_1_240px] self-center px-16 text-ink-2">
          {joined([
            t(`board.next.${isOver ? (publishedAt === null ? 'publish' : 'published') : state}`),
            publishedAt !== null && !run.ended && now <= dueAt ? t('board.next.sealed') : '',
          ])}
        </p>
      </Panel>
    </>
  );
};

const Figures = ({ board: { seats } }: { board: ExamBoard }) => {
  const { t } = useTranslation('exams');
  const done = seats.filter(({ parts }) => parts.every(({ state }) => state === 'done')).length;
  const given = seats.flatMap(({ mark, parts }) =>
    mark !== null && parts.some(({ state }) => state === 'done') ? [mark] : [],
  );
  const meanMark = mean(given.map(({ whole }) => whole));
  const passed = given.filter(({ grade }) => grade !== 'fail').length;
  return (
    <>
      <Figure label={t('board.done')} value={done} unit={`/ ${seats.length}`} />
      {meanMark === null ? null : <Figure label={t('board.mean')} value={marks(meanMark)} />}
      {given.length === 0 ? null : (
        <Figure label={t('board.passed')} value={passed} unit={t('board.ofSat', { n: given.length })} />
      )}
    </>
  );
};
