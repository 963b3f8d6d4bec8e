import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { TextField } from '#client/ui/controls/field.tsx';
import type { QuestionRow } from '#contract/practice/own-questions.ts';
import { LATER, type LaterField, lacksOf, type WrittenLater } from './use-written-later.ts';

/** Longest texts: the server takes as many. */
const LONGEST: Readonly<Record<LaterField, number>> = { why: 1000, basis: 300, unit: 12 };

/** Words for every question that lacks them: a file of Moodle often has no explanation at all. */
export const LaterForAll = ({ later }: { later: WrittenLater }) => {
  const { t } = useTranslation('own-questions');
  return (
    <section aria-label={t('later.title')} className="border-line border-b px-18 py-12 max-pane:px-14">
      <h3 className="font-semibold">{t('later.title')}</h3>
      <p className="text-pretty text-12 text-ink-2">
        {t('later.text', { count: later.drafts })}{' '}
        {later.open.length === 0 ? t('later.done') : t('later.open', { count: later.open.length })}
      </p>
      <div className="mt-8 grid grid-cols-[2fr_2fr_1fr] gap-12 max-pane:grid-cols-1">
        {LATER.map((field) => (
          <TextField
            key={field}
            label={t(`later.all.${field}`)}
            maxLength={LONGEST[field]}
            value={later.forAll[field] ?? ''}
            onChange={(event) => later.writeForAll(field, event.target.value)}
          />
        ))}
      </div>
    </section>
  );
};

/** Words for one question alone; what stands for all is shown where it has none. */
export const LaterFields = ({ row, later }: { row: QuestionRow; later: WrittenLater }) => {
  const { t } = useTranslation('own-questions');
  return (
    <div className="mt-8 grid grid-cols-2 gap-12 max-pane:grid-cols-1">
      {lacksOf(row).map((field) => (
        <TextField
          key={field}
          label={t(`later.one.${field}`, { line: row.line })}
          maxLength={LONGEST[field]}
          value={later.ofLine(row.line)[field] ?? ''}
          placeholder={later.forAll[field] ?? ''}
          onChange={(event) => later.write(row.line, field, event.target.value)}
        />
      ))}
    </div>
  );
};
