import './strings.ts';

export const LoginPage = () => null;
