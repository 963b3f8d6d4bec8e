import { useState } from 'react';
import { isComposing } from '#client/drill/model/desk-keys.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { useClaim } from './use-claim.ts';

const MAX_NAME_CHARACTERS = 30;

/** A field for the name, where there is no roster or the trainee isn't on it. */
/** `mayMove`: whoever has the name already may go on at this device. */
export const NameEntry = ({ code, hasRoster, mayMove }: { code: string; hasRoster: boolean; mayMove: boolean }) => {
  const { t } = useTranslation('join');
  const [text, setText] = useState('');
  const { claim, isBusy, error, clear } = useClaim(code);
  const name = text.trim();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '' && !isBusy) void claim({ name });
      }}
      // The Enter that ends a composition belongs to the input method (Safari submits on it).
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event.nativeEvent)) event.preventDefault();
      }}
    >
      <h2 className="mb-8 font-semibold text-15">{t(hasRoster ? 'name.notThere' : 'name.title')}</h2>
      <TextField
        label={t('name.label')}
        value={text}
        maxLength={MAX_NAME_CHARACTERS}
        autoComplete="name"
        enterKeyHint="go"
        onChange={(event) => {
          setText(event.target.value);
          clear();
        }}
        error={error?.message ?? null}
        hint={t('name.hint')}
      />
      <Button type="submit" kind="primary" size="l" className="mt-12 w-full" disabled={name === '' || isBusy}>
        {name === '' ? t('name.go') : t('confirm.me', { name })}
      </Button>
      {mayMove && error?.code === 'name-taken' ? (
        <>
          <Button size="l" className="mt-12 w-full" disabled={isBusy} onClick={() => void claim({ name, again: true })}>
            {t('name.again')}
          </Button>
          <p className="mt-4 text-12 text-ink-2">{t('name.againText')}</p>
        </>
      ) : null}
    </form>
  );
};
