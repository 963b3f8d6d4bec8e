import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { ClassRow } from '#contract/people.ts';
import type { IncidentChoice, Template } from '#contract/runs.ts';
import { CasesRow } from './cases-row.tsx';
import { ClassRowField } from './class-row-field.tsx';
import { IncidentsRow } from './incidents-row.tsx';
import { ArrivalsRow, LengthRow, ModeRow, RulesRow } from './plan-rows.tsx';
import { type DraftFault, draftFaults, keepDraft, planOf, type RunDraft } from './run-draft.ts';
import { TemplateRow } from './template-row.tsx';
import { TimetableRow } from './timetable-row.tsx';

type Props = {
  draft: RunDraft;
  onDraft: (draft: RunDraft) => void;
  cards: readonly ScenarioCard[];
  chosen: readonly ScenarioCard[];
  classes: readonly ClassRow[];
  templates: readonly Template[];
  incidents: readonly IncidentChoice[];
  onTemplates: () => void;
};

/** Refusals that belong to one field stand beside it. */
const AT_CLASS: readonly string[] = ['class-empty', 'unknown-class'] satisfies ErrorCode[];
const AT_CASES: readonly string[] = ['unknown-scenario'] satisfies ErrorCode[];

export const RunForm = ({ draft, onDraft, cards, chosen, classes, templates, incidents, onTemplates }: Props) => {
  const { t } = useTranslation('classroom');
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [wasTried, setWasTried] = useState(false);
  const { busy, error, send } = useSubmit();
  const wrong = draftFaults(draft);
  const faultText = (field: DraftFault): string | null =>
    wasTried && wrong.includes(field) ? t(`wrong.${field}`) : null;
  const refusedAt = (codes: readonly string[]): string | null =>
    error !== null && codes.includes(error.code) ? error.message : null;
  const set = (change: Partial<RunDraft>) => onDraft({ ...draft, ...change });

  const open = async (event: FormEvent) => {
    event.preventDefault();
    setWasTried(true);
    const [first] = wrong;
    if (first !== undefined) {
      const control = form.current?.elements.namedItem(first);
      if (control instanceof HTMLElement) control.focus();
      return;
    }
    const body = { name: draft.name.trim(), classId: draft.classId, plan: planOf(draft) };
    const opened = await send(() => call('POST /api/runs', {}, body), true);
    if (opened === null) return;
    keepDraft(null);
    navigate(`/runs/${encodeURIComponent(opened.value.id)}/lobby`);
  };

  const elsewhere = refusedAt(AT_CLASS) === null && refusedAt(AT_CASES) === null ? error : null;
  return (
    <form ref={form} noValidate onSubmit={open} aria-label={t('newRun.title')}>
      <Panel>
        <TemplateRow draft={draft} onDraft={onDraft} templates={templates} onTemplates={onTemplates} />
        <FormRow name={t('form.name')}>
          <TextField
            hideLabel
            label={t('form.name')}
            name="name"
            maxLength={40}
            autoComplete="off"
            value={draft.name}
            error={faultText('name')}
            onChange={(event) => set({ name: event.target.value })}
          />
        </FormRow>
        <ClassRowField
          classes={classes}
          value={draft.classId}
          error={refusedAt(AT_CLASS)}
          onChange={(classId) => set({ classId })}
        />
        <ModeRow draft={draft} onChange={set} />
        <CasesRow
          cards={cards}
          chosen={chosen}
          minutes={draft.minutes}
          error={faultText('scenarios') ?? refusedAt(AT_CASES)}
          onChange={(scenarios) => set({ scenarios })}
        />
        <ArrivalsRow draft={draft} onChange={set} />
        <LengthRow draft={draft} onChange={set} said={faultText} />
        <RulesRow draft={draft} onChange={set} />
        <IncidentsRow
          incidents={incidents}
          chosen={draft.incidents}
          shop={chosen[0]?.shop ?? null}
          onChange={(ids) => set({ incidents: ids })}
        />
        <TimetableRow draft={draft} onChange={set} />
        <Refused error={elsewhere} />
        <div className="flex flex-wrap items-center gap-8 bg-soft py-12 pr-18 pl-138 max-pane:px-14">
          <Button kind="primary" size="l" type="submit" disabled={busy}>
            {t('form.go')}
          </Button>
          <span className="text-12 text-ink-3">{t('form.goText')}</span>
        </div>
      </Panel>
    </form>
  );
};
