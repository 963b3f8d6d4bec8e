import { clauses } from '#client/lib/clauses.ts';
import { longDate, marks, percent, seconds } from '#client/lib/format.ts';
import { useShareLink } from '#client/lib/hooks/share-address.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { QrCode } from '#client/ui/layout/qr-code.tsx';
import type { Certificate, CertificateFacts } from '#contract/exams/certificates.ts';
import { codeText } from './code-text.ts';

/** The certificate itself, one A4 page when printed. What it says was fixed when it was issued. */
export const CertificateSheet = ({ certificate: { code, at, facts } }: { certificate: Certificate }) => {
  const { t } = useTranslation('certificates');
  const address = useShareLink()('/certificates');
  return (
    <article className="rounded-8 border border-line-2 bg-surface p-24 max-pane:p-16 print:[zoom:1.35]">
      <p className="text-12 text-ink-2">{facts.school}</p>
      <h1 className="mt-4 mb-16 font-semibold text-22 max-pane:text-20">
        {t(facts.contest === undefined ? 'page.heading' : 'page.contestHeading')}
      </h1>
      <p className="mb-4 font-semibold text-20">{facts.name}</p>
      <p className="mb-16">
        <WhatWasExamined facts={facts} />
      </p>
      <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-16 gap-y-6 border-line border-t pt-16">
        <Facts facts={facts} at={at} />
      </dl>
      <Parts parts={facts.parts ?? []} />
      <Dimensions facts={facts} />
      <Lines facts={facts} />
      <div className="mt-24 flex flex-wrap items-end gap-x-20 gap-y-12 border-line border-t pt-16">
        <QrCode text={`${address}/${code}`} label={t('page.qr')} className="h-120 w-120 shrink-0" />
        <div className="min-w-0">
          <p className="text-12 text-ink-3">{t('page.code')}</p>
          <p className="font-semibold text-18 tabular-nums">{codeText(code)}</p>
          <p className="mt-2 break-all text-12 text-ink-2">{t('page.checkAt', { address })}</p>
        </div>
        <p className="ml-auto hidden border-line-2 border-t pt-4 text-12 text-ink-2 print:block">
          {t('page.seal', { school: facts.school })}
        </p>
      </div>
    </article>
  );
};

type OfFacts = { facts: CertificateFacts };

const WhatWasExamined = ({ facts: { parts, questions, contest, grade, exam: title, minutes, customers } }: OfFacts) => {
  const { t } = useTranslation('certificates');
  if (contest !== undefined) return t('page.ofContest', { title, ...contest });
  if (parts !== undefined) return t(`page.ofParts.${grade}`, { title, minutes });
  if (questions !== undefined) return t(`page.ofPaper.${grade}`, { title, minutes, n: questions });
  return t(`page.text.${grade}`, { title, minutes, n: customers });
};

const Facts = ({ facts, at }: { facts: CertificateFacts; at: number }) => {
  const { t } = useTranslation('certificates');
  const { no, className, examAt, contest, score, passMark, firstResponseS, meanResponseS, answerRate, standard } =
    facts;
  const rows: readonly (readonly [string, string | null])[] = [
    [
      t('page.score'),
      contest === undefined
        ? t('page.scoreValue', { score, passMark })
        : t('page.contestScore', { score, n: contest.rounds }),
    ],
    [t('page.first'), firstResponseS === null ? null : seconds(firstResponseS)],
    [t('page.mean'), meanResponseS === null ? null : seconds(meanResponseS)],
    [t('page.rate'), answerRate === null ? null : percent(Math.round(answerRate))],
    [t('page.standard'), standard === '' ? null : standard],
    [t('page.no'), no === '' ? null : no],
    [t('page.class'), className],
    [t('page.examAt'), longDate(examAt)],
    [t('page.issuedAt'), longDate(at)],
  ];
  return rows.map(([term, value]) =>
    value === null ? null : (
      <div key={term} className="contents">
        <dt className="text-ink-3">{term}</dt>
        <dd className="wrap-anywhere m-0 tabular-nums">{value}</dd>
      </div>
    ),
  );
};

/** Of an exam of parts: each part's mark, and what it weighs in the total. */
const Parts = ({ parts }: { parts: NonNullable<CertificateFacts['parts']> }) => {
  const { t } = useTranslation('certificates');
  if (parts.length === 0) return null;
  return (
    <section className="mt-16" aria-label={t('page.parts')}>
      <p className="mb-6 text-12 text-ink-3">{t('page.parts')}</p>
      <ul className="grid grid-cols-3 gap-x-24 gap-y-4 max-pane:grid-cols-2">
        {parts.map(({ kind, weight, mark, typed }) => (
          <li key={kind} className="flex flex-wrap justify-between gap-x-8 border-line border-b pb-2">
            <span className="min-w-0">{t(`page.part.${kind}`, { weight })}</span>
            <span className="tabular-nums">{marks(mark)}</span>
            {typed === undefined ? null : (
              <span className="w-full text-12 text-ink-2 tabular-nums">
                {clauses([
                  t('page.speed', { n: typed.speed }),
                  typed.accuracy === null ? null : t('page.accuracy', { share: percent(marks(typed.accuracy * 100)) }),
                ])}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Dimensions = ({ facts: { dimensions, questions } }: OfFacts) => {
  const { t } = useTranslation('certificates');
  const measured = dimensions.filter((one) => one.percent !== null);
  if (measured.length === 0) return null;
  const title = t(questions === undefined ? 'page.dimensions' : 'page.topics');
  return (
    <section className="mt-16" aria-label={title}>
      <p className="mb-6 text-12 text-ink-3">{title}</p>
      <ul className="grid grid-cols-3 gap-x-24 gap-y-4 max-pane:grid-cols-2">
        {measured.map(({ name, percent: share }) => (
          <li key={name} className="flex justify-between gap-8 border-line border-b pb-2">
            <span className="min-w-0">{name}</span>
            <span className="tabular-nums">{share}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the school's standard calls each part and side, beside what it came to. */
const Lines = ({ facts: { standard, standardLines } }: OfFacts) => {
  const { t } = useTranslation('certificates');
  if (standardLines === undefined || standardLines.length === 0) return null;
  return (
    <section className="mt-16" aria-label={t('page.lines', { standard })}>
      <p className="mb-6 text-12 text-ink-3">{t('page.lines', { standard })}</p>
      <ul>
        {standardLines.map(({ target, words, mark }) => (
          <li key={target} className="flex flex-wrap justify-between gap-x-12 border-line border-b py-2">
            <span className="min-w-0 wrap-anywhere">{words}</span>
            <span className="text-ink-2 tabular-nums">
              {t('page.line', { target: t(`standards.target.${target}`), mark: mark === null ? '—' : marks(mark) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
