import { useState } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';

type Props = { label: string; value: string; onChange: (id: string) => void };

/** A person of the school: one with an account, or one of a class's roster. */
export const PersonChoice = ({ label, value, onChange }: Props) => {
  const { t } = useTranslation('personal-data');
  const [classId, setClassId] = useState('');
  const classes = useLoad(pathTo('GET /api/classes')).loaded;
  return (
    <>
      <SelectField
        label={t('who.from')}
        className="w-160"
        value={classId}
        onChange={(event) => {
          setClassId(event.target.value);
          onChange('');
        }}
        choices={[
          { value: '', label: t('who.accounts') },
          ...(classes.state === 'ready' ? classes.value : []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {classId === '' ? (
        <AccountSelect label={label} value={value} onChange={onChange} />
      ) : (
        <MemberSelect key={classId} classId={classId} label={label} value={value} onChange={onChange} />
      )}
    </>
  );
};

const AccountSelect = (props: Props) => {
  const { loaded } = useLoad(pathTo('GET /api/people'));
  return <PersonSelect {...props} people={loaded.state === 'ready' ? loaded.value : []} />;
};

const MemberSelect = ({ classId, ...props }: Props & { classId: string }) => {
  const { loaded } = useLoad(pathTo('GET /api/classes/:id', { id: classId }));
  const list = loaded.state === 'ready' ? loaded.value.list : [];
  return (
    <PersonSelect
      {...props}
      people={list.map(({ person, no, name }) => ({ id: person, name: `${no} ${name}`.trim() }))}
    />
  );
};

const PersonSelect = ({
  label,
  value,
  onChange,
  people,
}: Props & { people: readonly { id: string; name: string }[] }) => {
  const { t } = useTranslation('personal-data');
  return (
    <SelectField
      label={label}
      className="w-200"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      choices={[
        { value: '', label: t('export.choose') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
};
