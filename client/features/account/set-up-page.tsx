import './strings.ts';

export const SetUpPage = () => null;
