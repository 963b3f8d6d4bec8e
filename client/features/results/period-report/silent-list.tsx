import { useState } from 'react';
import { shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import type { PeriodMember } from '#contract/terms/period.ts';
import { keepSilentDays, MOST_DAYS, silentDays } from './silent-days.ts';

/** Who has done nothing for the class for so many days; the longest first, as the server sorts them. */
export const SilentList = ({ members, showsNames }: { members: readonly PeriodMember[]; showsNames: boolean }) => {
  const { t } = useTranslation('period');
  const [days, setDays] = useState(silentDays);
  const from = Math.max(1, days);
  const silent = members.filter((member) => member.silentDays === null || member.silentDays >= from);
  return (
    <section aria-labelledby="silent" className="mt-20 print:mt-10 print:break-inside-avoid">
      <SectionHeader
        id="silent"
        title={t('silent.title')}
        note={t('silent.count', { n: silent.length, of: members.length })}
      />
      <Panel className="px-24 py-12 max-pane:px-14">
        <div className="mb-8 flex flex-wrap items-end gap-x-16 gap-y-6">
          <NumberField
            label={t('silent.days')}
            value={days}
            max={MOST_DAYS}
            unit={t('silent.unit')}
            onChange={(next) => {
              setDays(next);
              if (next >= 1) keepSilentDays(next);
            }}
          />
          <p className="min-w-0 flex-1 basis-240 text-12 text-ink-2">{t('silent.about')}</p>
        </div>
        {silent.length === 0 ? (
          <p className="text-ink-2">{t('silent.none', { n: from })}</p>
        ) : (
          <ul>
            {silent.map((member) => (
              <li
                key={member.person}
                className="flex flex-wrap items-baseline gap-x-12 border-line border-t py-5 print:py-3"
              >
                {showsNames ? (
                  <b>{`${member.no} ${member.name}`.trim()}</b>
                ) : (
                  <span className="text-ink-3">{t('silent.somebody')}</span>
                )}
                <span className="text-warn tabular-nums">
                  {member.silentDays === null ? t('silent.never') : t('silent.forDays', { n: member.silentDays })}
                </span>
                {member.last === null ? null : (
                  <span className="min-w-0 text-12 text-ink-2 wrap-anywhere">
                    {t('silent.last', {
                      at: shortDate(member.last.at),
                      kind: t(`kind.${member.last.kind}`),
                      name: member.last.name,
                    })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </section>
  );
};
