/** Questions on a school's own service table that its rows answer, each figure weighted by the customers it is of. */
import type { AnalysisQuestion, ServiceRow } from '#contract/analysis.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { sum, toTenth } from '#scoring/log/arithmetic.ts';

type QuestionMaker = (rows: readonly ServiceRow[]) => AnalysisQuestion | null;
type Weighted = { value: number; weight: number };

const weighted = (list: readonly Weighted[]): number | null => {
  const weight = sum(list.map((one) => one.weight));
  return weight === 0 ? null : toTenth(sum(list.map((one) => one.value * one.weight)) / weight);
};
const responses = (rows: readonly ServiceRow[], figure: 'firstS' | 'meanS'): Weighted[] =>
  rows.flatMap((row) => (row[figure] === null ? [] : [{ value: row[figure], weight: row.served }]));

const groupsOf = (rows: readonly ServiceRow[], nameOf: (row: ServiceRow) => string): Map<string, ServiceRow[]> => {
  const groups = new Map<string, ServiceRow[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return groups;
};

/** 哪位客服首响最慢: only where they differ. */
const slowestAgent: QuestionMaker = (rows) => {
  const figure = rows.some(({ firstS }) => firstS !== null) ? 'firstS' : 'meanS';
  const agents = [...groupsOf(rows, ({ who }) => who)]
    .flatMap(([name, own]) => {
      const mean = weighted(responses(own, figure));
      return mean === null ? [] : [{ name, mean }];
    })
    .toSorted((a, b) => b.mean - a.mean);
  const [slowest, second] = agents;
  if (slowest === undefined || second === undefined || slowest.mean === second.mean) return null;
  return {
    id: 'slowest-agent',
    kind: 'choice',
    text: say(`next:table.slowestAgent.${figure}`),
    options: agents.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'zh', { numeric: true })),
    answers: [slowest.name],
    worked: joinWithCommas(agents.map((agent) => say('next:table.slowestAgent.worked', agent))),
  };
};

/** 询单转化率 of the whole table: bought ÷ enquired, not the mean of the rows' rates. */
const conversionOfAll: QuestionMaker = (rows) => {
  const told = rows.flatMap(({ conversion, enquirers, served }) =>
    conversion === null ? [] : [{ value: conversion, weight: enquirers ?? served }],
  );
  const mean = weighted(told);
  if (mean === null || told.length < 2) return null;
  const all = sum(told.map(({ weight }) => weight));
  return {
    id: 'conversion-of-all',
    kind: 'number',
    text: say('next:table.conversion.text'),
    unit: '%',
    answer: mean,
    within: 0.5,
    worked: say('next:table.conversion.worked', {
      all,
      paid: Math.round(sum(told.map(({ value, weight }) => (value * weight) / 100))),
    }),
  };
};

const responseOfAll: QuestionMaker = (rows) => {
  const figure = rows.some(({ meanS }) => meanS !== null) ? 'meanS' : 'firstS';
  const told = responses(rows, figure);
  const mean = weighted(told);
  if (mean === null || told.length < 2) return null;
  const all = sum(told.map(({ weight }) => weight));
  return {
    id: 'response-of-all',
    kind: 'number',
    text: say(`next:table.response.${figure}`),
    unit: say('next:table.response.unit'),
    answer: mean,
    within: 0.5,
    worked: say('next:table.response.worked', {
      all,
      total: Math.round(sum(told.map(({ value, weight }) => value * weight))),
    }),
  };
};

/** What customers came with most often; of equal ones each is right. */
const commonestTopic: QuestionMaker = (rows) => {
  const topics = [...groupsOf(rows, ({ type }) => type)]
    .map(([name, own]) => ({ name, n: sum(own.map(({ served }) => served)) }))
    .toSorted((a, b) => b.n - a.n);
  const [commonest] = topics;
  if (commonest === undefined || topics.length < 2) return null;
  return {
    id: 'commonest-topic',
    kind: 'choice',
    text: say('next:table.topic.text'),
    options: topics.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'zh')),
    answers: topics.filter(({ n }) => n === commonest.n).map(({ name }) => name),
    worked: joinWithCommas(topics.map((topic) => say('next:table.topic.worked', topic))),
  };
};

export const TABLE_QUESTION_MAKERS: readonly QuestionMaker[] = [
  slowestAgent,
  conversionOfAll,
  commonestTopic,
  responseOfAll,
];
