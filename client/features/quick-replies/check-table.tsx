import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ChoiceList } from '#client/ui/controls/choice-list.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { RepliesPreview, SaveMode } from '#contract/quick-replies.ts';
import { CheckRows } from './check-rows.tsx';
import { savingChangesAny, sortedRows, validRows } from './sorted-rows.ts';

type Props = { shop: string; preview: RepliesPreview; onBack: () => void; onSaved: () => void };

/** What saving would do, before it is done: rows with faults first, then what comes, changes and goes. */
export const CheckTable = ({ shop, preview, onBack, onSaved }: Props) => {
  const { t } = useTranslation('quick-replies');
  const [mode, setMode] = useState<SaveMode>('add');
  const { isBusy, error, send } = useSubmit();
  const parts = sortedRows(preview);
  const rows = validRows(preview);
  const { base, missing } = preview;
  const missingCount = missing.length;
  const blockReason =
    rows.length === 0 ? t('check.noneGood') : savingChangesAny(parts, preview, mode) ? null : t('check.nothing');
  const save = async () => {
    const reply = await send(() => call('POST /api/quick-replies/:id', { id: shop }, { mode, base, rows }));
    if (reply === null) return;
    showToast(t('check.saved', { version: reply.value.version }));
    onSaved();
  };
  return (
    <Panel>
      <p aria-live="polite" className="border-line border-b px-18 py-10 font-semibold max-pane:px-14">
        {t('check.counts', {
          rows: preview.rows.length,
          added: parts.added.length,
          changed: parts.changed.length,
          unchanged: parts.unchanged.length,
        })}
      </p>
      {parts.faulty.length === 0 ? null : (
        <Notice tone="warn">{t('check.faulty', { count: parts.faulty.length })}</Notice>
      )}
      <CheckRows parts={parts} removed={mode === 'replace' ? missing : []} />
      <div className="flex flex-col gap-12 border-line border-t bg-soft px-18 py-12 max-pane:px-14">
        {missingCount === 0 ? null : (
          <ChoiceList
            label={t('check.mode')}
            value={mode}
            onChange={setMode}
            className="max-w-[420px]"
            options={[
              { value: 'add', label: t('check.add'), text: t('check.addText', { count: missingCount }) },
              { value: 'replace', label: t('check.replace'), text: t('check.replaceText', { count: missingCount }) },
            ]}
          />
        )}
        <Refused error={error} />
        <div className="flex flex-wrap items-center gap-8">
          <Button kind="primary" disabled={isBusy} disabledReason={blockReason} onClick={() => void save()}>
            {t('check.save', { count: rows.length })}
          </Button>
          <Button onClick={onBack}>{t('check.another')}</Button>
        </div>
      </div>
    </Panel>
  );
};
