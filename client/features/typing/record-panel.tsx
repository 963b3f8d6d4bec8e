import { useState } from 'react';
import { mostFrequent } from '#client/features/typing/model/bout-result.ts';
import { saveRecord } from '#client/features/typing/model/record-file.ts';
import { clearRecord, NO_RECORD, useTypingRecord } from '#client/features/typing/model/typing-record.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Figure } from '#client/ui/layout/figure.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { TypingTexts } from '#contract/wire/typing.ts';
import { RecordTrend } from './record-trend.tsx';

/** Characters that went wrong most often over the bouts kept. */
const MOST_SLIPS = 8;

/** The own results on this device, and the way to be rid of them, which can be taken back. */
export const RecordPanel = ({ rates }: { rates: TypingTexts['rates'] }) => {
  const { t } = useTranslation('typing');
  const { record, isKept } = useTypingRecord();
  const { bouts, best, phrases } = record;
  const last = bouts.at(-1);
  const slips = mostFrequent(
    bouts.flatMap((bout) => bout.slips).filter(({ expected }) => expected !== ''),
    MOST_SLIPS,
  );
  const clear = () => {
    const undo = clearRecord();
    showToast(t('record.cleared'), 'plain', { label: t('record.undo'), run: undo });
  };
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    await saveRecord(bouts).catch(() => showToast(t('record.fileFailed'), 'bad'));
    setIsBusy(false);
  };
  const isEmpty = record === NO_RECORD || (bouts.length === 0 && best === null && Object.keys(phrases).length === 0);
  return (
    <Panel className="mt-16">
      <header className="flex items-center gap-12 border-line border-b px-24 py-10 max-pane:px-14">
        <h2 className="flex-1 font-semibold text-15">{t('record.title')}</h2>
        {bouts.length === 0 ? null : (
          <Button size="s" disabled={isBusy} onClick={() => void save()}>
            {t('record.file')}
          </Button>
        )}
        {isEmpty ? null : (
          <Button size="s" onClick={clear}>
            {t('record.clear')}
          </Button>
        )}
      </header>
      {isKept ? null : <Notice tone="warn">{t('record.notKept')}</Notice>}
      {best === null || last === undefined ? null : (
        <div className="flex border-line border-b py-8 pl-8 max-pane:pl-0">
          <Figure label={t('record.best')} value={best.speed} unit={t('record.unit')} />
          <Figure label={t('record.last')} value={last.speed} unit={t('record.unit')} />
          <Figure label={t('record.bouts')} value={bouts.length} className="border-r-0" />
        </div>
      )}
      <div className="px-24 py-14 max-pane:px-14">
        <RecordTrend bouts={bouts} rates={rates} />
        {slips.length === 0 ? null : (
          <p className="mt-12 flex flex-wrap items-baseline gap-x-12 gap-y-4">
            <span className="text-12 text-ink-3">{t('record.slips')}</span>
            {slips.map(({ expected, typed, count }) => (
              <span key={`${expected}→${typed}`} lang="zh-CN" className="whitespace-nowrap">
                <b>{expected}</b>
                <span className="ml-3 text-12 text-ink-3">
                  {typed === '' ? t('result.missed') : typed} ×{count}
                </span>
              </span>
            ))}
          </p>
        )}
      </div>
    </Panel>
  );
};
