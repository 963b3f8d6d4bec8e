import { AnswerShown } from '#client/drill/questions/answer-shown.tsx';
import { Outcome } from '#client/drill/questions/outcome.tsx';
import { AppealQuestion } from '#client/features/paper/disputes/appeal-question.tsx';
import { DisputeShown } from '#client/features/paper/disputes/dispute-shown.tsx';
import type { SeatPaperView } from '#client/features/paper/model/use-seat-paper.ts';
import { clauses } from '#client/lib/clauses.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useExamPlace } from '#client/lib/seat/exam-place.ts';
import { Bar } from '#client/ui/charts/bar.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { PaperAnswer, PaperDispute, PaperResult, PaperSeat } from '#contract/papers/papers.ts';
import { BackToExam } from './back-to-exam.tsx';

/** One at a time, and only so often. */
const mayAppeal = (dispute: PaperDispute | undefined): boolean =>
  dispute === undefined || (!dispute.waits && dispute.left > 0);

/** Handed in: that it is safe; once the teacher has published, the mark, the topics and each question with what is right. */
export const PaperOver = ({ view }: { view: SeatPaperView }) => {
  const { t } = useTranslation('paper');
  const { isPrivate } = useExamPlace();
  const { body, answers, refusal } = view;
  const { run, seat, result, begunAt, handedInAt, answered, count } = body;
  return (
    <Panel className="mx-auto max-w-720">
      <header className="border-line border-b px-24 pt-16 pb-12 max-pane:px-14">
        <p className="text-12 text-ink-3">{clauses([run.className, seat.no, seat.name])}</p>
        <h1 className="mt-2 font-semibold text-18">{run.name}</h1>
      </header>
      {refusal === null ? null : <Notice tone="warn">{refusal.message}</Notice>}
      <div className="px-24 py-16 max-pane:px-14">
        {result === null ? (
          <div role="status">
            <p className="font-semibold text-15">
              {begunAt === null ? t('over.absent') : handedInAt === null ? t('over.time') : t('over.done')}
            </p>
            <p className="mt-4 text-ink-2">
              {begunAt === null
                ? t('over.absentText')
                : clauses([
                    t('over.answered', { answered, count }),
                    handedInAt === null ? null : t('over.at', { time: shortDate(handedInAt) }),
                  ])}
            </p>
            {begunAt === null ? null : (
              <p className="mt-4 text-ink-2">{t(isPrivate ? 'over.waitPrivate' : 'over.wait')}</p>
            )}
          </div>
        ) : (
          <Result body={body} result={result} answers={answers} reload={view.reload} />
        )}
        {run.isPart ? <BackToExam seat={seat.id} /> : null}
      </div>
    </Panel>
  );
};

type ResultProps = {
  body: PaperSeat;
  result: PaperResult;
  answers: ReadonlyMap<string, PaperAnswer>;
  reload: () => void;
};

const Result = ({ body, result, answers, reload }: ResultProps) => {
  const { t } = useTranslation('paper');
  // Nobody else sees one's own exam, so nobody rules on it.
  const { isPrivate } = useExamPlace();
  return (
    <>
      <p className="flex items-baseline gap-6">
        <b className="text-52">{marks(result.mark)}</b>
        <span className="text-ink-3">{t('result.of')}</span>
      </p>
      <ul className="mt-12 grid gap-8">
        {result.topics.map(({ name, credit, of }) => (
          <li key={name} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-12 gap-y-2">
            <span lang="zh-CN">{name}</span>
            <span className="text-ink-2">{t('result.topic', { credit: marks(credit), of })}</span>
            <Bar share={credit / of} isLow={credit / of < 0.6} className="col-span-full" />
          </li>
        ))}
      </ul>
      {result.verdicts === null ? (
        <p className="mt-16 border-line border-t pt-12 text-ink-2">{t('result.sealed')}</p>
      ) : (
        <ol className="mt-16">
          {body.questions.map((question, at) => {
            const verdict = result.verdicts?.find((one) => one.question === question.id);
            const dispute = result.disputes.find((one) => one.question === question.id);
            const given = answers.get(question.id)?.answer ?? null;
            return (
              <li key={question.id} className="border-line border-t py-12">
                <p className="text-12 text-ink-3">
                  {t('question.at', { at: at + 1, of: body.count })}　{t(`kind.${question.kind}`)}
                </p>
                <p lang="zh-CN" className="mt-2 whitespace-pre-line text-pretty">
                  {question.stem}
                </p>
                <p className="mt-4 text-ink-2">
                  {t('result.yours')}
                  {given === null ? t('result.nothing') : <AnswerShown question={question} answer={given} />}
                </p>
                {verdict === undefined ? null : <Outcome question={question} verdict={verdict} />}
                {dispute === undefined ? null : (
                  <DisputeShown dispute={dispute} own={{ seat: body.seat.id, onWithdrawn: reload }} />
                )}
                {!isPrivate && mayAppeal(dispute) && verdict !== undefined && verdict.credit < 1 ? (
                  <AppealQuestion
                    {...{ seat: body.seat.id, question: question.id, at: at + 1, isAgain: dispute !== undefined }}
                    onSent={reload}
                  />
                ) : null}
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
};
