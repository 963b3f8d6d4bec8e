import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { InspectionBody, Marking } from '#contract/practice/inspections.ts';

type Props = {
  complaint: NonNullable<InspectionBody['complaint']>;
  given: Marking['complaint'];
  onAnswer: (question: 'responsible' | 'rule' | 'remedy', id: string) => void;
};

/** 投诉判定: who answers for it, by which rule, with what remedy. */
export const ComplaintForm = ({ complaint, given, onAnswer }: Props) => {
  const { t } = useTranslation('inspection');
  const questions = [
    { id: 'responsible', options: complaint.responsible.map((one) => ({ ...one, source: null })) },
    { id: 'rule', options: complaint.rules },
    { id: 'remedy', options: complaint.remedies.map((one) => ({ ...one, source: null })) },
  ] as const;
  return (
    <section aria-label={t('complaint.title')} className="border-line border-b px-16 py-10 max-pane:px-12">
      <h3 className="font-semibold">{t('complaint.title')}</h3>
      <p lang="zh-CN" className="text-ink-2">
        {complaint.about}
      </p>
      {questions.map(({ id: question, options }) => (
        <fieldset key={question} className="mt-8">
          <legend className="text-12 text-ink-3">{t(`complaint.${question}`)}</legend>
          {options.map(({ id, name, source }) => (
            <label key={id} className="flex items-start gap-6 py-3 max-pane:min-h-44 max-pane:items-center">
              <input
                type="radio"
                name={question}
                checked={given?.[question] === id}
                onChange={() => onAnswer(question, id)}
                className="mt-3 size-16 shrink-0 accent-accent-solid max-pane:mt-0"
              />
              <span className="min-w-0" {...(question === 'responsible' ? {} : { lang: 'zh-CN' })}>
                {name}
                {source === null ? null : <span className="block text-12 text-ink-3">{source}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </section>
  );
};
