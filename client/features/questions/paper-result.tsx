import type { ReactNode, RefObject } from 'react';
import { AnswerShown } from '#client/drill/questions/answer-shown.tsx';
import { Outcome } from '#client/drill/questions/outcome.tsx';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import type { AskedQuestion, GivenAnswer, Paper, Verdict } from '#contract/questions.ts';

type Props = {
  paper: Paper;
  given: readonly GivenAnswer[];
  verdicts: ReadonlyMap<number, Verdict>;
  error: Trouble | null;
  head: RefObject<HTMLHeadingElement | null>;
  onRetry: () => void;
  actions: (missed: readonly AskedQuestion[]) => ReactNode;
};

/** How many were right, and those that were not, each with what is right and why. */
export const PaperResult = ({ paper, given, verdicts, error, head, onRetry, actions }: Props) => {
  const { t } = useTranslation('questions');
  const { questions } = paper;
  if (verdicts.size < questions.length)
    return error === null ? (
      <p role="status" className="min-h-320 text-ink-2">
        {t('marking')}
      </p>
    ) : (
      <LoadFailed title={t('notMarked')} error={error} onRetry={onRetry} />
    );
  const rows = questions.flatMap((question, place) => {
    const [answer, verdict] = [given[place], verdicts.get(place)];
    return answer === undefined || verdict === undefined || verdict.credit === 1
      ? []
      : [{ question, answer, verdict, place }];
  });
  const halves = rows.filter(({ verdict }) => verdict.credit > 0).length;
  const counts = { of: questions.length, right: questions.length - rows.length, half: halves };
  return (
    <>
      <h2 ref={head} tabIndex={-1} className="font-semibold text-15 focus-visible:outline-none">
        {t(halves === 0 ? 'result' : 'resultHalf', counts)}
      </h2>
      <p className="mt-2 text-ink-2">{t(rows.length === 0 ? 'allRight' : 'missed')}</p>
      <ol className="mt-12">
        {rows.map(({ question, answer, verdict, place }) => (
          <li key={place} className="border-line border-t py-12">
            <p lang="zh-CN" className="whitespace-pre-line text-pretty">
              {question.stem}
            </p>
            <p className="mt-4 text-ink-2">
              {t('yours')}
              <AnswerShown question={question} answer={answer} />
            </p>
            <Outcome question={question} verdict={verdict} />
          </li>
        ))}
      </ol>
      <div className="mt-8 flex flex-wrap gap-8">{actions(rows.map(({ question }) => question))}</div>
    </>
  );
};
