import './strings.ts';

export const RedoPage = () => null;
