import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { forgetLoaded, useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { FormRow } from '#client/ui/controls/form-row.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { type Deletion, EraseDialog, type ErasureConfirmation } from './erase-dialog.tsx';
import { ExportButton } from './export-button.tsx';
import { PersonChoice } from './person-choice.tsx';

const KINDS = ['person', 'class', 'run', 'school'] as const;
type Kind = (typeof KINDS)[number];

/** The export of a person's data, and the deletion of a person, a class, a run, the school. */
export const TakeAndErase = ({ onErased }: { onErased: () => void }) => {
  const { t } = useTranslation('personal-data');
  const [person, setPerson] = useState('');
  return (
    <>
      <SectionHeader title={t('export.and')} note={t('page.guide')} />
      <Panel>
        <FormRow name={t('export.title')}>
          <p className="mb-8 text-ink-2">{t('export.text')}</p>
          <div className="flex flex-wrap items-end gap-x-12 gap-y-8">
            <PersonChoice label={t('export.who')} value={person} onChange={setPerson} />
            <ExportButton
              path={person === '' ? null : pathTo('GET /api/people/:id/data.zip', { id: person })}
              label={t('export.go')}
            />
          </div>
        </FormRow>
        <FormRow name={t('erase.title')}>
          <p className="mb-8 text-ink-2">{t('erase.text')}</p>
          <EraseChoice onErased={onErased} />
        </FormRow>
      </Panel>
    </>
  );
};

const deletionOf = (kind: Kind, id: string): Deletion => {
  if (kind === 'school')
    return {
      preview: pathTo('GET /api/school/erasure'),
      erase: (confirmed: ErasureConfirmation) => call('POST /api/school/erase', {}, confirmed),
    };
  if (kind === 'class')
    return {
      preview: pathTo('GET /api/classes/:id/erasure', { id }),
      erase: (confirmed: ErasureConfirmation) => call('POST /api/classes/:id/erase', { id }, confirmed),
    };
  if (kind === 'run')
    return {
      preview: pathTo('GET /api/runs/:id/erasure', { id }),
      erase: (confirmed: ErasureConfirmation) => call('POST /api/runs/:id/erase', { id }, confirmed),
    };
  return {
    preview: pathTo('GET /api/people/:id/erasure', { id }),
    erase: (confirmed: ErasureConfirmation) => call('POST /api/people/:id/erase', { id }, confirmed),
  };
};

const EraseChoice = ({ onErased }: { onErased: () => void }) => {
  const { t } = useTranslation('personal-data');
  const [kind, setKind] = useState<Kind>('person');
  const [id, setId] = useState('');
  const [isLooking, setIsLooking] = useState(false);
  const choose = (chosen: string) => {
    setKind(KINDS.find((one) => one === chosen) ?? 'person');
    setId('');
  };
  return (
    <div className="flex flex-wrap items-end gap-x-12 gap-y-8">
      <SelectField
        label={t('erase.what')}
        className="w-160"
        value={kind}
        onChange={(event) => choose(event.target.value)}
        choices={KINDS.map((one) => ({ value: one, label: t(`erase.kind.${one}`) }))}
      />
      {kind === 'person' ? <PersonChoice label={t('erase.which')} value={id} onChange={setId} /> : null}
      {kind === 'class' ? <ClassChoice value={id} onChange={setId} /> : null}
      {kind === 'run' ? <RunChoice value={id} onChange={setId} /> : null}
      <Button kind="danger" disabled={id === '' && kind !== 'school'} onClick={() => setIsLooking(true)}>
        {t('erase.look')}
      </Button>
      {isLooking ? (
        <EraseDialog
          {...deletionOf(kind, id)}
          onClose={() => setIsLooking(false)}
          onErased={() => {
            forgetLoaded();
            setId('');
            onErased();
          }}
        />
      ) : null}
    </div>
  );
};

type ChoiceProps = { value: string; onChange: (id: string) => void };

const ClassChoice = (props: ChoiceProps) => {
  const { loaded } = useLoad(pathTo('GET /api/classes'));
  return <TargetSelect {...props} things={loaded.state === 'ready' ? loaded.value : []} />;
};
const RunChoice = (props: ChoiceProps) => {
  const { loaded } = useLoad(pathTo('GET /api/runs'));
  return <TargetSelect {...props} things={loaded.state === 'ready' ? loaded.value : []} />;
};

const TargetSelect = ({
  value,
  onChange,
  things,
}: ChoiceProps & { things: readonly { id: string; name: string }[] }) => {
  const { t } = useTranslation('personal-data');
  return (
    <SelectField
      label={t('erase.which')}
      className="w-240"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      choices={[{ value: '', label: t('erase.choose') }, ...things.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
};
