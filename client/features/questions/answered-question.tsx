import { Check, CircleSlash2, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '#client/lib/api.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import type { AskedQuestion, GivenAnswer, Verdict } from '#contract/questions.ts';
import { AnswerShown } from './answer-shown.tsx';
import { Citation } from './citation.tsx';
import { OptionList } from './option-list.tsx';

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

const LOOKS = {
  1: { Mark: Check, look: 'text-good', word: 'right' },
  0.5: { Mark: CircleSlash2, look: 'text-warn', word: 'half' },
  0: { Mark: X, look: 'text-bad', word: 'wrong' },
} as const;

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

/** What the answer was worth, the right one, the explanation and its sources. */
export const Outcome = ({ question, verdict }: { question: AskedQuestion; verdict: Verdict }) => {
  const { t } = useTranslation('questions');
  const { Mark, look, word } = LOOKS[verdict.credit];
  return (
    <>
      <div role="status" className="mt-12">
        <p className={cx('flex items-center gap-6 font-semibold', look)}>
          <Mark size={16} aria-hidden="true" />
          {t(word)}
        </p>
        {verdict.credit === 1 ? null : (
          <p className="mt-4">
            {t('rightIs')}
            <AnswerShown question={question} answer={verdict.key} />
          </p>
        )}
        {verdict.why === null ? null : (
          <p lang="zh-CN" className="mt-4 text-pretty">
            {verdict.why}
          </p>
        )}
      </div>
      {verdict.citations.map((citation) => (
        <Citation key={`${citation.section} ${citation.id}`} citation={citation} />
      ))}
    </>
  );
};
