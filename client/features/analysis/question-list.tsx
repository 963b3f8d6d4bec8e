import { type FormEvent, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { AnalysisQuestion } from '#contract/analysis.ts';

/** Three questions that the rows answer; the way to the answer is shown after an attempt. */
export const QuestionList = ({ questions }: { questions: readonly AnalysisQuestion[] }) => {
  const { t } = useTranslation('analysis');
  return (
    <section aria-labelledby="analysis-questions">
      <SectionHeader
        id="analysis-questions"
        title={t('ask.title')}
        note={questions.length === 0 ? undefined : t('ask.note')}
      />
      <Panel>
        {questions.length === 0 ? (
          <p className="px-14 py-12 text-ink-2">{t('ask.few')}</p>
        ) : (
          <ol className="m-0 list-none p-0">
            {questions.map((question, index) => (
              <li key={question.id} className="border-line border-b px-14 py-12 last:border-b-0">
                <Question no={index + 1} question={question} />
              </li>
            ))}
          </ol>
        )}
      </Panel>
    </section>
  );
};

type AnswerVerdict = 'right' | 'wrong' | 'notNumber' | 'notChosen' | null;

const checkAnswer = (question: AnalysisQuestion, answer: string): AnswerVerdict => {
  if (question.kind === 'choice' && answer === '') return 'notChosen';
  if (question.kind === 'choice') return question.answers.includes(answer) ? 'right' : 'wrong';
  // 66.7％ and 66.7 are the same answer, so the unit and full-width forms are removed.
  const plain = answer.normalize('NFKC').replace(question.unit, '').trim();
  const value = Number(plain);
  if (plain === '' || Number.isNaN(value)) return 'notNumber';
  return Math.abs(value - question.answer) <= question.within + 1e-9 ? 'right' : 'wrong';
};

const Question = ({ no, question }: { no: number; question: AnalysisQuestion }) => {
  const { t } = useTranslation('analysis');
  const [answer, setAnswer] = useState('');
  const [verdict, setVerdict] = useState<AnswerVerdict>(null);
  const [isSolutionShown, setIsSolutionShown] = useState(false);
  const wasChecked = verdict === 'right' || verdict === 'wrong';
  const change = (changed: string) => {
    setAnswer(changed);
    setVerdict(null);
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    setVerdict(checkAnswer(question, answer));
  };
  return (
    <form onSubmit={check} noValidate>
      <p className="mb-8 font-semibold">
        {no}. {question.text}
      </p>
      <div className="flex flex-wrap items-end gap-8">
        {question.kind === 'choice' ? (
          <SelectField
            label={t('ask.answer')}
            hideLabel
            className="w-260 max-pane:w-full"
            value={answer}
            onChange={(event) => change(event.target.value)}
            choices={[
              { value: '', label: t('ask.choose') },
              ...question.options.map((value) => ({ value, label: value })),
            ]}
          />
        ) : (
          <span className="flex items-center gap-6">
            <TextField
              label={t('ask.answer')}
              hideLabel
              className="w-100"
              inputMode="decimal"
              value={answer}
              onChange={(event) => change(event.target.value)}
            />
            <span>{question.unit}</span>
          </span>
        )}
        <Button type="submit">{t('ask.check')}</Button>
        {wasChecked ? (
          <Button kind="bare" aria-expanded={isSolutionShown} onClick={() => setIsSolutionShown(!isSolutionShown)}>
            {t('ask.show')}
          </Button>
        ) : null}
        <span role="status" className={verdict === 'right' ? 'text-good' : 'text-bad'}>
          {verdict === null ? '' : t(`ask.${verdict}`)}
        </span>
      </div>
      {isSolutionShown && wasChecked ? (
        <p className="mt-8 text-ink-2">{t('ask.worked', { worked: question.worked })}</p>
      ) : null}
    </form>
  );
};
