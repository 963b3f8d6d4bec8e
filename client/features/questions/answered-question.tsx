import { useLayoutEffect, useRef } from 'react';
import { AnswerShown } from '#client/drill/questions/answer-shown.tsx';
import { OptionList } from '#client/drill/questions/option-list.tsx';
import { Outcome } from '#client/drill/questions/outcome.tsx';
import type { Trouble } from '#client/lib/api.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import type { AskedQuestion, GivenAnswer, Verdict } from '#contract/questions.ts';

type Props = {
  question: AskedQuestion;
  answer: GivenAnswer;
  /** Undefined: the server hasn't spoken yet. */
  verdict: Verdict | undefined;
  error: Trouble | null;
  isLast: boolean;
  onRetry: () => void;
  onNext: () => void;
};

/** A question handed in: what it was worth, what is right, why, and where it stands. */
export const AnsweredQuestion = ({ question, answer, verdict, error, isLast, onRetry, onNext }: Props) => {
  const { t } = useTranslation('questions');
  const nextButton = useRef<HTMLButtonElement>(null);
  const isMarked = verdict !== undefined;
  // The form is gone, and with it the focus; Enter goes on.
  useLayoutEffect(() => {
    if (isMarked) nextButton.current?.focus({ preventScroll: true });
  }, [isMarked]);
  const chosen = 'chosen' in answer ? answer.chosen : [];
  return (
    <>
      {question.options.length === 0 ? (
        <p className="mt-12">
          {t('yours')}
          <AnswerShown question={question} answer={answer} />
        </p>
      ) : (
        <OptionList
          question={question}
          chosen={chosen}
          right={verdict?.key ?? null}
          isOpen={false}
          onChoose={() => undefined}
        />
      )}
      {error !== null && !isMarked ? <LoadFailed title={t('notMarked')} error={error} onRetry={onRetry} /> : null}
      {verdict === undefined ? (
        <p role="status" className="mt-12 min-h-22 text-ink-2">
          {error === null ? t('marking') : null}
        </p>
      ) : (
        <>
          <Outcome question={question} verdict={verdict} />
          <Button ref={nextButton} kind="primary" size="l" className="mt-16" onClick={onNext}>
            {t(isLast ? 'finish' : 'next')}
          </Button>
        </>
      )}
    </>
  );
};
