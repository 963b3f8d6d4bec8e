import './strings.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { AskedQuestion, GivenAnswer } from '#contract/questions.ts';

const LETTERS = 'ABCDEF';

/** What of a question its answers are shown by. */
export type ShownQuestion = Pick<AskedQuestion, 'kind' | 'options' | 'unit'>;

/** An answer in words: the options with their letters, an order with arrows, a figure with its unit. */
export const AnswerShown = ({ question, answer }: { question: ShownQuestion; answer: GivenAnswer }) => {
  const { t } = useTranslation('questions');
  if ('figure' in answer)
    return (
      <span lang="zh-CN">
        {answer.figure}
        {question.unit}
      </span>
    );
  if (answer.chosen.length === 0) return t('nothing');
  const parts = answer.chosen.map((place) =>
    question.kind === 'judge'
      ? (question.options[place] ?? '')
      : `${LETTERS[place] ?? ''} ${question.options[place] ?? ''}`,
  );
  return <span lang="zh-CN">{parts.join(question.kind === 'order' ? ' → ' : ' / ')}</span>;
};
