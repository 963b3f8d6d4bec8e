import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { useClaim } from './use-claim.ts';

const MAX_NAME_CHARACTERS = 30;

/** A field for the name, where there is no roster or the trainee isn't on it. */
export const NameEntry = ({ code, withRoster }: { code: string; withRoster: boolean }) => {
  const { t } = useTranslation('join');
  const [typed, setTyped] = useState('');
  const { claim, busy, error, clear } = useClaim(code);
  const name = typed.trim();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '' && !busy) void claim({ name });
      }}
      // The Enter that ends a composition belongs to the input method (Safari submits on it).
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
      }}
    >
      <h2 className="mb-8 font-semibold text-15">{t(withRoster ? 'name.notThere' : 'name.title')}</h2>
      <TextField
        label={t('name.label')}
        value={typed}
        maxLength={MAX_NAME_CHARACTERS}
        autoComplete="name"
        enterKeyHint="go"
        onChange={(event) => {
          setTyped(event.target.value);
          clear();
        }}
        error={error?.message ?? null}
        hint={t('name.hint')}
      />
      <Button type="submit" kind="primary" size="l" className="mt-12 w-full" disabled={name === '' || busy}>
        {name === '' ? t('name.go') : t('confirm.me', { name })}
      </Button>
    </form>
  );
};
