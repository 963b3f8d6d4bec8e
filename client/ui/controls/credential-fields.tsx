import type { ComponentProps } from 'react';
import { TextField } from './field.tsx';

type Field = Pick<ComponentProps<typeof TextField>, 'name' | 'value' | 'error' | 'onChange'>;
type FieldTexts = { label: string; hint: string };

/** An account for somebody else: its name and first password. The password is visible, since it has to be passed on. */
export const CredentialFields = ({ login, password }: { login: Field & FieldTexts; password: Field & FieldTexts }) => (
  <>
    <TextField maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} {...login} />
    <TextField maxLength={200} autoComplete="off" spellCheck={false} {...password} />
  </>
);
