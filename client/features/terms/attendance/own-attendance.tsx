import {
  dataText,
  isCorrected,
  markClass,
  markText,
  rulesText,
  SUMS,
} from '#client/features/terms/model/attendance-words.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Disclosure } from '#client/ui/layout/disclosure.tsx';
import type { OwnTerm } from '#contract/terms/handover.ts';

/** One's own marks: the sums, and session by session what each stands on. */
export const OwnAttendance = ({ signed }: { signed: NonNullable<OwnTerm['signed']> }) => {
  const { t } = useTranslation('attendance');
  const { sums, sessions, rules } = signed;
  if (sessions.length === 0) return <p className="border-line border-b px-14 py-10 text-ink-2">{t('own.noSession')}</p>;
  return (
    <Disclosure
      className="border-line border-b"
      head={
        <span>
          <b className="mr-8 font-semibold">{t('title')}</b>
          {clauses(SUMS.map((mark) => t('table.count', { mark: t(`mark.${mark}`), n: sums[mark] })))}
        </span>
      }
    >
      <ul className="px-14 py-8">
        {sessions.map((session) => (
          <li key={session.run} className="flex items-baseline gap-8 py-4">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {session.day.slice(5)} {session.name}
              {isCorrected(session) ? (
                <span className="block text-12 text-ink-3">
                  {t('own.corrected', { text: dataText(t, session), reason: session.entries.at(-1)?.reason ?? '' })}
                </span>
              ) : null}
            </span>
            <span className={markClass(session.mark)}>{markText(t, session.mark)}</span>
          </li>
        ))}
      </ul>
      <p className="px-14 py-8 text-12 text-ink-3">{rulesText(t, rules)}</p>
    </Disclosure>
  );
};
