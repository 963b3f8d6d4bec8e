import './strings.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LeadRequest } from '#contract/together/leads.ts';

/** What is asked and what was said: the same for whoever decides it and for who reads it later. */
export const RequestFacts = ({ request }: { request: LeadRequest }) => {
  const { t } = useTranslation('lead');
  const { notes, sum, lines } = request;
  return (
    <div className="grid gap-8">
      <div className="flex flex-wrap items-baseline gap-x-10 gap-y-2">
        <span className="shrink-0 text-12 text-ink-3">{t('request.note')}</span>
        {notes.length === 0 ? (
          <span className="text-ink-3">{t('request.noNote')}</span>
        ) : (
          <ul lang="zh-CN" className="min-w-0 font-semibold wrap-anywhere">
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same note may be written twice
              <li key={index}>{note}</li>
            ))}
          </ul>
        )}
        {sum === null ? null : <span className="text-accent">{t('request.sum', { sum: money(sum) })}</span>}
      </div>
      {lines.length === 0 ? null : (
        <section aria-label={t('request.lines')} className="border-line-2 border-l-2 pl-10">
          <ul className="grid gap-2">
            {lines.map(({ by, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
              <li key={index} className="flex items-baseline gap-8">
                <span className="w-32 shrink-0 text-12 text-ink-3">{t(`request.${by}`)}</span>
                <span lang="zh-CN" className="min-w-0 wrap-anywhere">
                  {text}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
