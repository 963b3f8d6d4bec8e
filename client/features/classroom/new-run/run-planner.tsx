import { useEffect, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { RushMenu, ScenarioCard } from '#contract/bodies.ts';
import type { ClassRow } from '#contract/people.ts';
import type { IncidentChoice, Template } from '#contract/runs.ts';
import { type RequestedRun, withRequest } from './requested-run.ts';
import { initialDraft, type RunDraft, storeDraft, storedDraft, withRush, withTemplate } from './run-draft.ts';
import { RunForecast } from './run-forecast.tsx';
import { RunForm } from './run-form.tsx';
import { RushForecast } from './rush-forecast.tsx';
import { usualName } from './usual-name.ts';

type Props = {
  draftKey: string;
  requested: RequestedRun;
  cards: readonly ScenarioCard[];
  classes: readonly ClassRow[];
  templates: readonly Template[];
  incidents: readonly IncidentChoice[];
  /** Null: there is no rush to choose. */
  rushMenu: RushMenu | null;
  onTemplatesChanged: () => void;
};

/** A rush whose day or shop is no longer offered has another; without any the cases stand. */
const knownCustomers = (draft: RunDraft, menu: RushMenu | null): RunDraft => {
  if (draft.customers === 'cases') return draft;
  return menu === null ? { ...draft, customers: 'cases', shop: '' } : withRush(draft, {}, menu);
};

/** The form beside its forecast, both over one draft that survives a reload. */
export const RunPlanner = ({
  draftKey,
  requested,
  cards,
  classes,
  templates,
  incidents,
  rushMenu,
  onTemplatesChanged,
}: Props) => {
  const { t } = useTranslation('classroom');
  const [draft, setDraft] = useState<RunDraft>(() => {
    const name = usualName(t, 'lesson');
    const stored = storedDraft(draftKey);
    if (stored !== null) return stored;
    const [firstClass, ...otherClasses] = classes;
    const onlyClassId =
      firstClass !== undefined && otherClasses.length === 0 && firstClass.members > 0 ? firstClass.id : null;
    const initial = { ...initialDraft(name, draftKey), classId: requested.classId ?? onlyClassId };
    if (requested.cases.length > 0 || requested.rush !== null) return withRequest(initial, requested, rushMenu);
    const template = templates.find(({ id }) => id === requested.template) ?? templates.find(({ builtIn }) => builtIn);
    return template === undefined ? initial : withTemplate(initial, template);
  });
  useEffect(() => storeDraft(draft), [draft]);
  const customers = knownCustomers(draft, rushMenu);
  // To a rush only the shop's own come.
  const isOffered = ({ shop }: IncidentChoice): boolean => customers.customers === 'cases' || shop === customers.shop;
  // Cases, classes and incidents that no longer exist aren't on the page, so they must not be in the plan either.
  const knownDraft: RunDraft = {
    ...customers,
    scenarios: draft.scenarios.filter((id) => cards.some((card) => card.id === id)),
    incidents: draft.incidents.filter((id) => incidents.some((incident) => incident.id === id && isOffered(incident))),
    classId: classes.some(({ id }) => id === draft.classId) ? draft.classId : null,
  };
  const chosenCards = knownDraft.scenarios.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return (
    <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] items-start gap-24 max-side:grid-cols-1">
      <RunForm
        draft={knownDraft}
        onDraft={setDraft}
        cards={cards}
        chosenCards={chosenCards}
        classes={classes}
        templates={templates}
        incidents={incidents}
        rushMenu={rushMenu}
        onTemplatesChanged={onTemplatesChanged}
      />
      {knownDraft.customers === 'rush' && rushMenu !== null ? (
        <RushForecast draft={knownDraft} menu={rushMenu} />
      ) : (
        <RunForecast draft={knownDraft} cards={chosenCards} />
      )}
    </div>
  );
};
