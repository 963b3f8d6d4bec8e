import { type FormEvent, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { RushMenu, ScenarioCard } from '#contract/bodies.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { ClassRow } from '#contract/people.ts';
import type { IncidentChoice, Template } from '#contract/runs.ts';
import { CasesRow } from './cases-row.tsx';
import { ClassField } from './class-field.tsx';
import { KindRow, StartsRow, WindowRows } from './homework-rows.tsx';
import { IncidentsRow } from './incidents-row.tsx';
import { OwnShopsRow } from './own-shops-row.tsx';
import { ArrivalsRow, LengthRow, ModeRow, RulesRow } from './plan-rows.tsx';
import { RolePlayRow } from './role-play-row.tsx';
import { type DraftFault, draftFaults, mayHaveRolePlay, planOfDraft, type RunDraft, storeDraft } from './run-draft.ts';
import { CustomersRow, RushRows, ShopRow } from './rush-rows.tsx';
import { TemplateRow } from './template-row.tsx';
import { TimetableRow } from './timetable-row.tsx';
import { TransfersRow } from './transfers-row.tsx';

type Props = {
  draft: RunDraft;
  onDraft: (draft: RunDraft) => void;
  cards: readonly ScenarioCard[];
  chosenCards: readonly ScenarioCard[];
  classes: readonly ClassRow[];
  templates: readonly Template[];
  incidents: readonly IncidentChoice[];
  rushMenu: RushMenu | null;
  onTemplatesChanged: () => void;
};

/** Refusals that belong to one field stand beside it. */
const CLASS_ERRORS: readonly string[] = ['class-empty', 'unknown-class'] satisfies ErrorCode[];
const RUSH_ERRORS: readonly string[] = ['unknown-rush', 'unknown-shop', 'rush-without-cases'] satisfies ErrorCode[];
const CASE_ERRORS: readonly string[] = ['unknown-scenario'] satisfies ErrorCode[];

export const RunForm = ({
  draft,
  onDraft,
  cards,
  chosenCards,
  classes,
  templates,
  incidents,
  rushMenu,
  onTemplatesChanged,
}: Props) => {
  const { t } = useTranslation('classroom');
  const navigate = useNavigate();
  const formRef = useRef<HTMLFormElement>(null);
  const [wasSubmitted, setWasSubmitted] = useState(false);
  const { isBusy, error, send } = useSubmit();
  const isHomework = draft.kind === 'homework';
  const isPlayed = draft.rolePlay === true && mayHaveRolePlay(draft);
  const faults = draftFaults(draft);
  const faultText = (field: DraftFault): string | null =>
    wasSubmitted && faults.includes(field) ? t(`wrong.${field}`) : null;
  const refusalText = (codes: readonly string[]): string | null =>
    error !== null && codes.includes(error.code) ? error.message : null;
  const changeDraft = (change: Partial<RunDraft>) => onDraft({ ...draft, ...change });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasSubmitted(true);
    const [firstFault] = faults;
    if (firstFault !== undefined) {
      const control = formRef.current?.elements.namedItem(firstFault === 'pastBell' ? 'minutes' : firstFault);
      if (control instanceof HTMLElement) control.focus();
      return;
    }
    const body = { name: draft.name.trim(), classId: draft.classId, plan: planOfDraft(draft) };
    const reply = await send(() => call('POST /api/runs', {}, body), true);
    if (reply === null) return;
    storeDraft(null);
    navigate(`/runs/${encodeURIComponent(reply.value.id)}/${isHomework ? 'homework' : 'lobby'}`);
  };

  const isBesideField = [CLASS_ERRORS, CASE_ERRORS, RUSH_ERRORS].some((codes) => refusalText(codes) !== null);
  const otherError = isBesideField ? null : error;
  return (
    <form
      ref={formRef}
      noValidate
      onSubmit={submit}
      aria-label={t('newRun.title')}
      // A control that the keyboard reaches is scrolled clear of the foot.
      className="[&_:is(input,select,button)]:scroll-mb-88"
    >
      <Panel>
        <ShopRow draft={draft} cards={cards} menu={rushMenu} onChange={changeDraft} />
        <KindRow draft={draft} onChange={changeDraft} />
        {isHomework ? null : (
          <TemplateRow draft={draft} onDraft={onDraft} templates={templates} onTemplatesChanged={onTemplatesChanged} />
        )}
        <FormRow name={t('form.name')}>
          <TextField
            hideLabel
            label={t('form.name')}
            name="name"
            maxLength={40}
            autoComplete="off"
            value={draft.name}
            error={faultText('name')}
            onChange={(event) => changeDraft({ name: event.target.value })}
          />
        </FormRow>
        <ClassField
          classes={classes}
          value={draft.classId}
          error={refusalText(CLASS_ERRORS)}
          onChange={(classId) => changeDraft({ classId })}
        />
        {isHomework ? (
          <WindowRows draft={draft} onChange={changeDraft} faultText={faultText} />
        ) : (
          <StartsRow draft={draft} onChange={changeDraft} />
        )}
        <ModeRow draft={draft} onChange={changeDraft} />
        {rushMenu === null ? null : (
          <CustomersRow draft={draft} menu={rushMenu} shopOfCases={chosenCards[0]?.shop ?? ''} onDraft={onDraft} />
        )}
        {draft.customers === 'rush' && rushMenu !== null ? (
          <RushRows draft={draft} menu={rushMenu} error={refusalText(RUSH_ERRORS)} onDraft={onDraft} />
        ) : (
          <>
            <CasesRow
              cards={draft.shop === '' ? cards : cards.filter(({ shop }) => shop === draft.shop)}
              chosenCards={chosenCards}
              minutes={draft.minutes}
              error={faultText('scenarios') ?? refusalText(CASE_ERRORS)}
              onChange={(scenarios) => changeDraft({ scenarios })}
            />
            {draft.classId === null || draft.mode === 'exam' || isPlayed ? null : (
              <OwnShopsRow classId={draft.classId} draft={draft} onChange={changeDraft} />
            )}
            <ArrivalsRow draft={draft} onChange={changeDraft} />
          </>
        )}
        <LengthRow draft={draft} onChange={changeDraft} faultText={faultText} />
        <RulesRow draft={draft} onChange={changeDraft} />
        <RolePlayRow draft={draft} onChange={changeDraft} />
        {isPlayed ? null : <TransfersRow draft={draft} onChange={changeDraft} />}
        {isHomework ? null : (
          <>
            {isPlayed ? null : (
              <IncidentsRow
                incidents={draft.customers === 'rush' ? incidents.filter(({ shop }) => shop === draft.shop) : incidents}
                chosenIds={draft.incidents}
                shop={draft.customers === 'rush' ? draft.shop : (chosenCards[0]?.shop ?? null)}
                onChange={(ids) => changeDraft({ incidents: ids })}
              />
            )}
            <TimetableRow draft={draft} onChange={changeDraft} />
          </>
        )}
        <Refused error={otherError} />
        {/* In reach however long the form is. */}
        <div className="sticky bottom-0 z-2 flex flex-wrap items-center gap-x-8 gap-y-2 border-line border-t bg-soft py-12 pr-18 pl-138 max-pane:px-14 max-pane:py-8">
          <Button kind="primary" size="l" type="submit" disabled={isBusy}>
            {t(isHomework ? 'homework.go' : 'form.go')}
          </Button>
          <span className="text-12 text-ink-3">{t(isHomework ? 'homework.goText' : 'form.goText')}</span>
        </div>
      </Panel>
    </form>
  );
};
