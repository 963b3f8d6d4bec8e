import { Check, CircleSlash2, X } from 'lucide-react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { Verdict } from '#contract/questions.ts';
import { AnswerShown, type ShownQuestion } from './answer-shown.tsx';
import { Citation } from './citation.tsx';

const LOOKS = {
  1: { Mark: Check, look: 'text-good', word: 'right' },
  0.5: { Mark: CircleSlash2, look: 'text-warn', word: 'half' },
  0: { Mark: X, look: 'text-bad', word: 'wrong' },
} as const;

type Props = { question: ShownQuestion; verdict: Omit<Verdict, 'question'> };

/** What the answer was worth, the right one, the explanation and its sources. */
export const Outcome = ({ question, verdict }: Props) => {
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
