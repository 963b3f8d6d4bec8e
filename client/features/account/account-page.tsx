import './strings.ts';

export const AccountPage = () => null;
