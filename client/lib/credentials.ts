/** What the server would refuse in a name, an account name or a password, said before it is asked. */
import i18next from 'i18next';

const LOGIN = /^[\p{L}\p{N}._@-]+$/u;
const LOGIN_LEAST = 2;
const PASSWORD_LEAST = 8;

const say = (key: string): string => i18next.t(`ui:credentials.${key}`);

export const nameFault = (name: string): string | null => (name.trim() === '' ? say('noName') : null);

export const loginFault = (login: string): string | null => {
  const typed = login.trim();
  if (typed.length < LOGIN_LEAST) return say('shortLogin');
  return LOGIN.test(typed) ? null : say('oddLogin');
};

export const passwordFault = (password: string): string | null =>
  password.length < PASSWORD_LEAST ? say('shortPassword') : null;

export const againFault = (password: string, again: string): string | null =>
  password === again ? null : say('different');

/** Whether the server refused a password because others would try it first. */
export const isWeak = <E extends { code: string }>(error: E | null): error is E =>
  error?.code === 'password-common' || error?.code === 'password-own';
