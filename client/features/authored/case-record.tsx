import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { AuthoredBody } from '#contract/authored.ts';

/** Whether an earlier version was published again after a later one: somebody went back to it. */
const isReturnToEarlier = (record: AuthoredBody['record'], index: number): boolean => {
  const [entry, ...olderEntries] = record.slice(index);
  if (entry === undefined || entry.kind !== 'published' || entry.no === null) return false;
  const { no } = entry;
  return olderEntries.some((entry) => entry.kind === 'published' && entry.no !== null && entry.no > no);
};

/** Who saved, published and withdrew what, newest first. */
export const CaseRecord = ({ body }: { body: AuthoredBody }) => {
  const { t } = useTranslation('authored');
  return (
    <section aria-labelledby="record">
      <SectionHeader id="record" title={t('record.title')} />
      <Panel>
        <ul>
          {body.record.map(({ at, by, kind, no }, index) => (
            <li
              key={`${at} ${kind} ${no}`}
              className="flex flex-wrap gap-x-12 border-line border-b px-12 py-6 last:border-b-0 max-pane:px-14"
            >
              <span className="text-ink-3">{shortDate(at)}</span>
              <span>
                {no === null
                  ? t(`record.${kind}`, { who: by })
                  : t(isReturnToEarlier(body.record, index) ? 'record.backNo' : `record.${kind}No`, { who: by, no })}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};
