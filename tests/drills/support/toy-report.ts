import type { Report } from '#contract/report.ts';

export const toyReport = (score: number): Report => ({
  score,
  machineScore: score,
  ruled: null,
  range: [score, score],
  doubts: 0,
  grade: 'fail',
  cappedBy: null,
  verdict: '',
  first: null,
  dimensions: [],
  findings: [],
  measures: [],
  desk: [],
  platforms: [],
  ledger: [],
  conversations: [],
  transcript: [],
  next: [],
  rubric: { id: 'default', date: '2026-11-01', current: null },
});
