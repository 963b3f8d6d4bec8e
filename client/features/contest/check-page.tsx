import './strings.ts';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { longDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { FileDrop } from '#client/ui/controls/file-drop.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { FileCheck, FileVerdict } from '#contract/contests/contests.ts';

const TONES: Readonly<Record<FileVerdict, 'info' | 'warn' | 'bad'>> = {
  own: 'info',
  known: 'info',
  unknown: 'warn',
  changed: 'bad',
  unreadable: 'bad',
};

/** Whether a file of results is as its server signed it. This server alone is asked; no network beyond it is needed. */
export const CheckFilePage = () => {
  const { t } = useTranslation('contest');
  useTitle(t('check.title'));
  return <OnlyFor who="staff">{() => <CheckFile />}</OnlyFor>;
};

export const CheckFile = () => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  const [check, setCheck] = useState<FileCheck | null>(null);
  const read = async (file: File) => {
    setCheck(null);
    const text = await file.text();
    const reply = await send(() => call('POST /api/contest-files', {}, { file: text }));
    if (reply !== null) setCheck(reply.value);
  };
  return (
    <div className="mx-auto max-w-720">
      <h1 className="mb-4 font-semibold text-18">{t('check.title')}</h1>
      <p className="mb-12 text-ink-2">{t('check.text')}</p>
      <Panel className="grid gap-12 p-16 max-pane:p-14">
        <FileDrop
          accept=".json,application/json"
          isBusy={isBusy}
          labels={{ drop: t('merge.drop'), file: t('merge.file'), choose: t('merge.choose'), hint: t('check.hint') }}
          onFiles={([file]) => void read(file)}
        />
        <Refused error={error} />
        {check === null ? null : <Verdict check={check} />}
      </Panel>
    </div>
  );
};

const Verdict = ({ check: { verdict, fingerprint, file, own } }: { check: FileCheck }) => {
  const { t } = useTranslation('contest');
  const rows: readonly (readonly [string, string])[] = [
    ...(file === null
      ? []
      : ([
          [t('check.contest'), file.contest],
          [t('check.host'), file.host],
          [t('check.rules'), file.rulesCode],
          [t('check.rows'), t('check.rowsOf', { n: file.rows, first: file.first.join(t('join')) })],
          [t('check.signedAt'), longDate(file.signedAt)],
        ] as const)),
    ...(fingerprint === null ? [] : ([[t('check.fingerprint'), fingerprint]] as const)),
    [t('check.own'), own],
  ];
  return (
    <>
      <Notice tone={TONES[verdict]}>{t(`check.verdict.${verdict}`)}</Notice>
      <dl className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-16 gap-y-6">
        {rows.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className="m-0 break-all tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
