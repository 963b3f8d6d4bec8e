import '#client/drill/hand-overs/strings.ts';
import { type FormEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { day } from '#client/lib/format.ts';
import { useClassChoices } from '#client/lib/hooks/use-class-choices.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField, TextField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { NumberField } from '#client/ui/controls/number-field.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { LoadedPanel } from '#client/ui/layout/loaded-panel.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import type { ClassRow } from '#contract/people.ts';
import type { ProjectChoice } from '#contract/plans/projects.ts';

/** 出项目任务: class, tasks, length, filled in so that it can be set as it is. */
export const NewProjectPage = () => {
  const { t } = useTranslation('project-task');
  useTitle(t('new.title'));
  return <OnlyFor who="teacher">{() => <LoadedForm />}</OnlyFor>;
};

const LoadedForm = () => {
  const { t } = useTranslation('project-task');
  const [search] = useSearchParams();
  const tasks = useLoad(pathTo('GET /api/project-tasks'));
  const choices = useClassChoices();
  return (
    <LoadedPanel
      isForm
      title={t('new.title')}
      about={t('new.about')}
      loaded={choices.before(tasks.loaded)}
      onRetry={() => {
        for (const { loaded, reload } of [tasks, choices]) if (loaded.state === 'failed') reload();
      }}
      failed={t(tasks.loaded.state === 'failed' ? 'new.failed' : 'ui:classesFailed')}
      none={{ is: (value) => value.length === 0, title: t('new.none'), text: t('new.noneText') }}
    >
      {(value) => <ProjectForm choices={value} classes={choices.classes} requestedClass={search.get('class')} />}
    </LoadedPanel>
  );
};

const MOST_TASKS = 3;
const LEAST_MINUTES = 5;
const MOST_MINUTES = 120;

type Props = { choices: readonly ProjectChoice[]; classes: readonly ClassRow[]; requestedClass: string | null };

const ProjectForm = ({ choices, classes, requestedClass }: Props) => {
  const { t } = useTranslation('project-task');
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const [name, setName] = useState(() => t('new.usualName', { day: day(Date.now()) }));
  // The list may be of before the class was made: the one asked for is taken at its word.
  const [classId, setClassId] = useState(() => requestedClass ?? classes.find(({ members }) => members > 0)?.id ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(() => choices.slice(0, 1).map(({ id }) => id));
  const [minutes, setMinutes] = useState(() => Math.max(20, 2 * (choices[0]?.minutes ?? 10)));
  const [results, setResults] = useState<'at-once' | 'published'>('published');
  const picked = choices.filter(({ id }) => chosen.includes(id));
  const fault = faultOf(name, picked);
  const set = async (event: FormEvent) => {
    event.preventDefault();
    if (fault !== null) return;
    const body = { name: name.trim(), classId: classId === '' ? null : classId, tasks: [...chosen], minutes, results };
    const made = await send(() => call('POST /api/projects', {}, body), true);
    if (made !== null) void navigate(`/runs/${encodeURIComponent(made.value.id)}/lobby`);
  };
  return (
    <form noValidate onSubmit={(event) => void set(event)}>
      <FormRow name={t('new.name')}>
        <TextField
          hideLabel
          label={t('new.name')}
          value={name}
          maxLength={40}
          className="max-w-360"
          onChange={(event) => setName(event.target.value)}
        />
      </FormRow>
      <FormRow name={t('new.class')}>
        <SelectField
          hideLabel
          label={t('new.class')}
          value={classId}
          className="max-w-360"
          choices={[
            ...classes.map(({ id, name: of, members }) => ({
              value: id,
              label: t('new.classOf', { name: of, n: members }),
            })),
            { value: '', label: t('new.noClass') },
          ]}
          onChange={(event) => setClassId(event.target.value)}
        />
      </FormRow>
      <FormRow name={t('new.tasks')}>
        <ul className="grid gap-8">
          {choices.map((task) => (
            <li key={task.id}>
              <label className="flex items-start gap-8">
                <input
                  type="checkbox"
                  className="mt-4"
                  checked={chosen.includes(task.id)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, task.id] : chosen.filter((id) => id !== task.id))
                  }
                />
                <span lang="zh-CN" className="min-w-0">
                  {task.title}
                  <span className="block text-12 text-ink-3">
                    {t('new.taskOf', { shop: task.shopName, roles: listed(task.roles), n: task.minutes })}
                  </span>
                  <span className="block text-12 text-ink-3">{task.teaches}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <p className="mt-6 text-12 text-ink-3">{t('new.tasksText')}</p>
      </FormRow>
      <FormRow name={t('new.minutes')}>
        <NumberField
          label={t('new.minutes')}
          value={minutes}
          max={MOST_MINUTES}
          unit={t('new.unit')}
          onChange={(value) => setMinutes(Math.max(LEAST_MINUTES, value))}
        />
        <p className="mt-4 text-12 text-ink-3">{t('new.minutesText')}</p>
      </FormRow>
      <FormRow name={t('new.results')}>
        <Segmented
          label={t('new.results')}
          value={results}
          options={(['published', 'at-once'] as const).map((value) => ({ value, label: t(`new.${value}`) }))}
          onChange={setResults}
        />
      </FormRow>
      <div className="px-18 py-14 max-pane:px-14">
        <Button
          type="submit"
          kind="primary"
          size="l"
          disabled={isBusy}
          disabledReason={fault === null ? null : t(`new.${fault}`)}
        >
          {t('new.go')}
        </Button>
        <Refused error={error} className="mt-10" />
      </div>
    </form>
  );
};

/** The first thing that keeps it from being set; null: nothing. */
const faultOf = (
  name: string,
  picked: readonly ProjectChoice[],
): 'noName' | 'noTasks' | 'tooMany' | 'rolesDiffer' | null => {
  if (name.trim() === '') return 'noName';
  if (picked.length === 0) return 'noTasks';
  if (picked.length > MOST_TASKS) return 'tooMany';
  return new Set(picked.map(({ roles }) => roles.join())).size > 1 ? 'rolesDiffer' : null;
};
