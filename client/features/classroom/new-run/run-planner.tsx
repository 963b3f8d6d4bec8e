import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioCard } from '#contract/bodies.ts';
import type { ClassRow } from '#contract/people.ts';
import type { IncidentChoice, Template } from '#contract/runs.ts';
import { keepDraft, keptDraft, plainDraft, type RunDraft, withTemplate } from './run-draft.ts';
import { RunForecast } from './run-forecast.tsx';
import { RunForm } from './run-form.tsx';

type Props = {
  from: string;
  asked: { classId: string | null; template: string | null };
  cards: readonly ScenarioCard[];
  classes: readonly ClassRow[];
  templates: readonly Template[];
  incidents: readonly IncidentChoice[];
  onTemplates: () => void;
};

const NOON_HOUR = 12;
const EVENING_HOUR = 18;

const partOfDay = (hour: number): 'morning' | 'afternoon' | 'evening' =>
  hour < NOON_HOUR ? 'morning' : hour < EVENING_HOUR ? 'afternoon' : 'evening';

/** The form beside its forecast, both over one draft that survives a reload. */
export const RunPlanner = ({ from, asked, cards, classes, templates, incidents, onTemplates }: Props) => {
  const { t } = useTranslation('classroom');
  const [draft, setDraft] = useState<RunDraft>(() => {
    const now = new Date();
    const name = t('newRun.defaultName', {
      day: t(`weekday.${now.getDay()}`),
      part: t(`part.${partOfDay(now.getHours())}`),
    });
    const ownDraft = keptDraft(from);
    if (ownDraft !== null) return ownDraft;
    const [only, ...others] = classes;
    const single = only !== undefined && others.length === 0 && only.members > 0 ? only.id : null;
    const plain = { ...plainDraft(name, from), classId: asked.classId ?? single };
    const template = templates.find(({ id }) => id === asked.template) ?? templates.find(({ builtIn }) => builtIn);
    return template === undefined ? plain : withTemplate(plain, template);
  });
  useEffect(() => keepDraft(draft), [draft]);
  // Cases, classes and incidents that no longer exist aren't on the page, so they must not be in the plan either.
  const knownDraft: RunDraft = {
    ...draft,
    scenarios: draft.scenarios.filter((id) => cards.some((card) => card.id === id)),
    incidents: draft.incidents.filter((id) => incidents.some((incident) => incident.id === id)),
    classId: classes.some(({ id }) => id === draft.classId) ? draft.classId : null,
  };
  const chosen = knownDraft.scenarios.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return (
    <div className="grid grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)] items-start gap-24 max-side:grid-cols-1">
      <RunForm
        draft={knownDraft}
        onDraft={setDraft}
        cards={cards}
        chosen={chosen}
        classes={classes}
        templates={templates}
        incidents={incidents}
        onTemplates={onTemplates}
      />
      <RunForecast draft={knownDraft} cards={chosen} />
    </div>
  );
};
