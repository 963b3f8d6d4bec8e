import { clauses } from '#client/lib/clauses.ts';
import { marks, percent } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { joined } from '#client/lib/listed.ts';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ExamMark, SeatExam } from '#contract/exams/parts.ts';
import { TypedLine } from './typed-line.tsx';

export const GRADE_TONES = { fail: 'bad', pass: 'good', excellent: 'good' } as const;

type Rules = Pick<SeatExam['run'], 'pass' | 'excellent' | 'each' | 'counts'>;

/** The whole with the sum it is made of, so that anybody can reckon it again; each part's first mark and its re-sits. */
export const ExamMarkShown = ({ mark, rules }: { mark: ExamMark; rules: Rules }) => {
  const { t } = useTranslation('exams');
  const counting = mark.parts.flatMap(({ weight, counted }) => (counted === null ? [] : [{ weight, counted }]));
  const sum = counting.map(({ weight, counted }) => t('mark.term', { weight, mark: marks(counted) })).join(' + ');
  const weights = counting.reduce((all, { weight }) => all + weight, 0);
  const whole = marks(mark.whole);
  return (
    <section aria-label={t('mark.whole')}>
      <p className="flex flex-wrap items-baseline gap-6">
        <b className="text-52">{whole}</b>
        <span className="text-ink-3">{t('mark.of')}</span>
        <Tag tone={GRADE_TONES[mark.grade]}>{t(`mark.grade.${mark.grade}`)}</Tag>
      </p>
      <ul className="mt-8 grid gap-4">
        {mark.parts.map(({ kind, weight, first, again, counted, typed, aside = [] }) => (
          <li key={kind} className="flex flex-wrap items-baseline gap-x-12">
            <b className="w-72">{t(`part.${kind}`)}</b>
            <span className="w-60 text-right">{counted === null ? t('mark.aside') : marks(counted)}</span>
            <span className="text-12 text-ink-3">{percent(weight)}</span>
            {typed === undefined ? null : (
              <span className="text-12 text-ink-2">
                <TypedLine typed={typed} />
              </span>
            )}
            <span className="text-12 text-ink-2">
              {again.length === 0
                ? first === null && counted !== null
                  ? t('mark.none')
                  : null
                : clauses(
                    [first, ...again].map((one, place) => {
                      const told = one === null ? t(aside.includes(place) ? 'mark.aside' : 'mark.none') : marks(one);
                      return t(place === 0 ? 'mark.first' : 'mark.again', { mark: told });
                    }),
                  )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-10">
        {weights === 0
          ? t('mark.asideAll')
          : weights === 100
            ? t('mark.sum', { sum, whole })
            : t('mark.sumPart', { sum, weights, whole })}
      </p>
      <p className="mt-4 text-12 text-ink-3">
        {joined([
          t('mark.rounding'),
          t('mark.marks', { pass: rules.pass, excellent: rules.excellent }),
          rules.each ? t('mark.each', { pass: rules.pass }) : '',
          mark.parts.some(({ again }) => again.length > 0) ? t(`mark.counts.${rules.counts}`) : '',
          weights === 0 || weights === 100 ? '' : t('mark.asideNote'),
        ])}
      </p>
    </section>
  );
};
