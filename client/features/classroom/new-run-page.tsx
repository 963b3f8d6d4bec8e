import './strings.ts';

export const NewRunPage = () => null;
