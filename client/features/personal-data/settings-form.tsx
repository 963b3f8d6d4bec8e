import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { shortDate } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { DataBody, RetentionDays, RetentionKind } from '#contract/personal-data/retention.ts';

/** Fewest and most days of each; the contract has them, too, and refuses others. */
const DAY_BOUNDS: Record<RetentionKind, { least: number; most: number }> = {
  practice: { least: 7, most: 999 },
  runs: { least: 30, most: 999 },
  signIns: { least: 184, most: 999 },
  sessions: { least: 1, most: 14 },
};
const KINDS: readonly RetentionKind[] = ['practice', 'runs', 'signIns', 'sessions'];

/** Who looks after people's data, for how long it is kept, and what that deletes the next time. */
export const SettingsForm = ({ body, onSaved }: { body: DataBody; onSaved: () => void }) => {
  const { t } = useTranslation('personal-data');
  const { isBusy, error, send } = useSubmit();
  const [officer, setOfficer] = useState(body.settings.officer ?? '');
  const [days, setDays] = useState<RetentionDays>(body.settings.days);
  const faultOf = (kind: RetentionKind): string | null => {
    const value = days[kind];
    const { least, most } = DAY_BOUNDS[kind];
    if (value === null) return null;
    return value < least ? t('keep.least', { n: least }) : value > most ? t('keep.most', { n: most }) : null;
  };
  const isFaulty = KINDS.some((kind) => faultOf(kind) !== null);
  const save = async () => {
    const settings = { days, officer: officer === '' ? null : officer };
    const reply = await send(() => call('POST /api/data/settings', {}, settings));
    if (reply === null) return;
    showToast(t('keep.saved'));
    onSaved();
  };
  return (
    <>
      <SectionHeader title={t('keep.title')} note={t('keep.note')} isFirst />
      <Panel>
        <FormRow name={t('officer.title')}>
          <SelectField
            label={t('officer.label')}
            hint={t('officer.hint')}
            className="w-240 max-w-full"
            value={officer}
            onChange={(event) => setOfficer(event.target.value)}
            choices={[
              { value: '', label: t('officer.none') },
              ...body.staff.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormRow>
        {KINDS.map((kind) => (
          <FormRow key={kind} name={t(`keep.${kind}`)}>
            <NumberField
              label={t(`keep.${kind}`)}
              hideLabel
              hint={t(`keep.${kind}Hint`)}
              unit={t('keep.days')}
              max={999}
              value={days[kind] ?? 0}
              error={faultOf(kind)}
              onChange={(value) => setDays({ ...days, [kind]: value === 0 ? null : value })}
            />
          </FormRow>
        ))}
        <div className="flex flex-wrap items-center gap-x-12 gap-y-8 px-18 py-12 max-pane:px-14">
          <p className="min-w-0 flex-1 basis-240 text-ink-2">
            <span className="mr-4">{t('keep.next', { at: shortDate(body.nextAt) })}</span>
            <DueDeletions body={body} />
            <span className="ml-8 text-12 text-ink-3">
              {body.doneAt === null ? t('keep.never') : t('keep.done', { at: shortDate(body.doneAt) })}
            </span>
          </p>
          <Button kind="primary" disabled={isBusy || isFaulty} onClick={() => void save()}>
            {t('ui:save')}
          </Button>
        </div>
        {error === null ? null : (
          <div className="px-18 pb-12">
            <Refused error={error} />
          </div>
        )}
      </Panel>
    </>
  );
};

const DueDeletions = ({ body: { due } }: { body: DataBody }) => {
  const { t } = useTranslation('personal-data');
  const some = due.filter(({ n }) => n > 0);
  return some.length === 0
    ? t('keep.nothing')
    : some.map(({ kind, n }) => (
        <span key={kind} className="mr-8">
          {t(`keep.due.${kind}`, { n })}
        </span>
      ));
};
