import './strings.ts';

export const ClassReportPage = () => null;
