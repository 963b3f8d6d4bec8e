/** What the server would refuse in a name, an account name or a password, said before it is asked. */
import { say } from './messages.ts';

const LOGIN_PATTERN = /^[\p{L}\p{N}._@-]+$/u;
const MIN_LOGIN_CHARACTERS = 2;
const MIN_PASSWORD_CHARACTERS = 8;

const refusalText = (key: string): string => say(`ui:credentials.${key}`);

export const nameFault = (name: string): string | null => (name.trim() === '' ? refusalText('noName') : null);

export const loginFault = (login: string): string | null => {
  const trimmed = login.trim();
  if (trimmed.length < MIN_LOGIN_CHARACTERS) return refusalText('shortLogin');
  return LOGIN_PATTERN.test(trimmed) ? null : refusalText('oddLogin');
};

export const passwordFault = (password: string): string | null =>
  password.length < MIN_PASSWORD_CHARACTERS ? refusalText('shortPassword') : null;

export const repeatFault = (password: string, repeated: string): string | null =>
  password === repeated ? null : refusalText('different');

/** Whether the server refused a password because others would try it first. */
export const isWeakPassword = <E extends { code: string }>(error: E | null): error is E =>
  error?.code === 'password-common' || error?.code === 'password-own';
