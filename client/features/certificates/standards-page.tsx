import './strings.ts';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { showToast } from '#client/ui/layout/toast-store.ts';
import type { Standard, Standards, StandardTarget } from '#contract/exams/standards.ts';

const PARTS: readonly StandardTarget[] = ['paper', 'typing', 'customers'];
const SIDES: readonly StandardTarget[] = ['response', 'expression', 'solving', 'operation', 'manner', 'sales'];
const MOST = 12;
const LONGEST_NAME = 100;
const LONGEST_WORDS = 120;

/** The standards that a school names on its certificates, and what each calls an exam's parts and the six sides. */
export const StandardsPage = () => (
  <OnlyFor who="staff">{({ role }) => <LoadedStandards mayWrite={isTeacher(role)} />}</OnlyFor>
);

const LoadedStandards = ({ mayWrite }: { mayWrite: boolean }) => {
  const { t } = useTranslation('certificates');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/standards'));
  useTitle(t('standards.title'));
  return (
    <div className="mx-auto max-w-720">
      <h1 className="mb-4 font-semibold text-18">{t('standards.title')}</h1>
      <p className="mb-12 text-ink-2">{t('standards.about')}</p>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('standards.failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : loaded.state === 'loading' ? (
        <Skeleton>
          <Panel className="flex flex-col gap-20 p-14">
            <SkeletonBar />
            <SkeletonBar />
          </Panel>
        </Skeleton>
      ) : (
        <Editor key={loaded.value.version} standards={loaded.value} mayWrite={mayWrite} onSaved={refresh} />
      )}
    </div>
  );
};

type Props = { standards: Standards; mayWrite: boolean; onSaved: () => void };

const Editor = ({ standards: { version, standards, own }, mayWrite, onSaved }: Props) => {
  const { t } = useTranslation('certificates');
  const [list, setList] = useState<readonly Standard[]>(standards);
  const { isBusy, error, send } = useSubmit();
  const isNameless = list.some(({ name }) => name.trim() === '');
  const change = (id: string, changed: Partial<Standard>) =>
    setList(list.map((one) => (one.id === id ? { ...one, ...changed } : one)));
  const save = async () => {
    const reply = await send(() => call('POST /api/standards', {}, { version, standards: list.map(withoutBlanks) }));
    if (reply === null) return;
    showToast(t('standards.saved'));
    onSaved();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && !isNameless) void save();
      }}
    >
      {own ? null : <p className="mb-8 text-12 text-ink-2">{t('standards.samples')}</p>}
      {list.length === 0 ? (
        <Panel className="mb-12">
          <EmptyState title={t('standards.none')} text={t('standards.noneText')} />
        </Panel>
      ) : null}
      <ol className="grid gap-12">
        {list.map((one) => (
          <li key={one.id}>
            <StandardFields
              standard={one}
              mayWrite={mayWrite}
              onChange={(changed) => change(one.id, changed)}
              onRemove={() => setList(list.filter(({ id }) => id !== one.id))}
            />
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <div className="mt-12 flex flex-wrap items-center gap-8">
          <Button
            disabled={list.length >= MOST}
            onClick={() => setList([...list, { id: newId(list), name: '', words: {} }])}
          >
            <Plus size={14} aria-hidden="true" />
            {t('standards.add')}
          </Button>
          <Button kind="primary" type="submit" disabled={isBusy || isNameless}>
            {t('ui:save')}
          </Button>
          {isNameless ? <p className="text-12 text-ink-2">{t('standards.noName')}</p> : null}
          <Refused error={error} className="w-full" />
        </div>
      ) : null}
    </form>
  );
};

type FieldsProps = {
  standard: Standard;
  mayWrite: boolean;
  onChange: (changed: Partial<Standard>) => void;
  onRemove: () => void;
};

const StandardFields = ({ standard: { name, words }, mayWrite, onChange, onRemove }: FieldsProps) => {
  const { t } = useTranslation('certificates');
  const fields = (targets: readonly StandardTarget[]) => (
    <div className="grid grid-cols-2 gap-x-12 gap-y-8 max-pane:grid-cols-1">
      {targets.map((target) => (
        <TextField
          key={target}
          label={t(`standards.target.${target}`)}
          value={words[target] ?? ''}
          maxLength={LONGEST_WORDS}
          disabled={!mayWrite}
          onChange={(event) => onChange({ words: { ...words, [target]: event.target.value } })}
        />
      ))}
    </div>
  );
  return (
    <Panel className="grid gap-12 p-16 max-pane:p-14">
      <div className="flex flex-wrap items-end gap-8">
        <TextField
          label={t('standards.name')}
          value={name}
          maxLength={LONGEST_NAME}
          disabled={!mayWrite}
          className="min-w-0 flex-1"
          onChange={(event) => onChange({ name: event.target.value })}
        />
        {mayWrite ? (
          <Button aria-label={t('standards.removeOf', { name })} onClick={onRemove}>
            <Trash2 size={14} aria-hidden="true" />
            {t('standards.remove')}
          </Button>
        ) : null}
      </div>
      <fieldset>
        <legend className="mb-6 font-semibold">{t('standards.parts')}</legend>
        {fields(PARTS)}
      </fieldset>
      <fieldset>
        <legend className="mb-6 font-semibold">{t('standards.sides')}</legend>
        {fields(SIDES)}
      </fieldset>
    </Panel>
  );
};

/** What a standard has no words for is left out. */
const withoutBlanks = ({ id, name, words }: Standard): Standard => ({
  ...{ id, name: name.trim() },
  words: Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== '')),
});

const newId = (list: readonly Standard[]): string => {
  const free = Array.from({ length: MOST + 1 }, (_, n) => `own-${n + 1}`);
  return free.find((id) => list.every((one) => one.id !== id)) ?? `own-${list.length + MOST}`;
};
