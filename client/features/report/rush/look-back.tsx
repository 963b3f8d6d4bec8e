import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';
import { type Answers, answersOf, QUESTIONS, storeAnswers } from './look-back-answers.ts';

const MOST_CHARACTERS = 200;

/** Milliseconds after the end in which a rush is fresh in mind. */
export const FRESH_MS = 10 * 60_000;

/** `endedAt`: epoch milliseconds. */
type Props = { drillId: string; endedAt: number | null };

/**
 * Three questions to the trainee, who alone reads the answers: they stay on this device. Asked while the rush is fresh;
 * later only what was answered stands here.
 */
export const LookBack = ({ drillId, endedAt }: Props) => {
  const { t } = useTranslation('report');
  const [answers, setAnswers] = useState(() => answersOf(drillId));
  const [isFresh] = useState(() => endedAt !== null && Date.now() - endedAt <= FRESH_MS);
  const [isOpen, setIsOpen] = useState(answers === null && isFresh);
  const id = useId();
  if (answers === null && !isOpen) return null;
  return (
    <section aria-labelledby={id} className="border-line border-t px-14 py-10 print:hidden">
      <h3 id={id} className="font-semibold">
        {t('rush.back.title')}
      </h3>
      {isOpen ? (
        <Questions
          answers={answers}
          onStored={(stored) => {
            storeAnswers(drillId, stored);
            setAnswers(stored);
            setIsOpen(false);
          }}
        />
      ) : (
        <>
          <dl className="mt-6 grid grid-cols-[92px_minmax(0,1fr)] gap-x-12 gap-y-4 max-pane:grid-cols-1">
            {QUESTIONS.filter((question) => answers?.[question]).map((question) => (
              <div key={question} className="contents">
                <dt className="text-12 text-ink-3 leading-[20px]">{t(`rush.back.${question}`)}</dt>
                <dd className="whitespace-pre-wrap wrap-anywhere">{answers?.[question]}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-6 flex flex-wrap items-center gap-8 text-12 text-ink-3">
            {t('rush.back.here')}
            <Button size="s" onClick={() => setIsOpen(true)}>
              {t('rush.back.change')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
};

type QuestionsProps = { answers: Answers | null; onStored: (answers: Answers) => void };

const Questions = ({ answers, onStored }: QuestionsProps) => {
  const { t } = useTranslation('report');
  const [texts, setTexts] = useState<Answers>(answers ?? { hardest: '', first: '', next: '' });
  const isEmpty = QUESTIONS.every((question) => texts[question].trim() === '');
  const store = (event: FormEvent) => {
    event.preventDefault();
    if (!isEmpty) onStored(texts);
  };
  return (
    <form onSubmit={store}>
      <p className="text-12 text-ink-3">{t('rush.back.text')}</p>
      <div className="mt-8 grid grid-cols-3 gap-12 max-side:grid-cols-1">
        {QUESTIONS.map((question) => (
          <AreaField
            key={question}
            label={t(`rush.back.${question}`)}
            rows={2}
            maxLength={MOST_CHARACTERS}
            value={texts[question]}
            onChange={(event) => setTexts({ ...texts, [question]: event.target.value })}
          />
        ))}
      </div>
      <div className="mt-8 flex items-center gap-8">
        <Button type="submit" disabledReason={isEmpty ? t('rush.back.empty') : null}>
          {t('rush.back.store')}
        </Button>
      </div>
    </form>
  );
};
