import { describe, expect, it } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import {
  doneOfAction,
  formulaOfFigure,
  nameOfGroup,
  nameOfPersona,
  nameOfPlatform,
  nameOfRush,
  nameOfTradeEvent,
  nameOfTradeStep,
  nameOfType,
  titleOfAction,
  titleOfChoice,
  titleOfDeed,
  titleOfField,
  titleOfFigure,
  trainsOf,
  typeNameIn,
  whyOfAction,
} from '#scoring/facts/trade-texts.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { library } from '#tests/support/library.ts';

const { actions, types } = library;
const rushes = library.rush.profiles;
const platforms = [...library.platforms.values()];
const personas = [...library.personas.values()];
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

const figures = platforms.flatMap((one) => one.figures);
const fields = actions.flatMap((one) => one.fields);
const choices = fields.flatMap((one) => one.choices);
const { events } = library.tradeYear;
const steps = events.flatMap((one) => one.steps);
const overnights = actions.flatMap(({ id, overnight }) => (overnight === undefined ? [] : [{ id, overnight }]));
const called = platforms.flatMap(({ id, titles }) =>
  Object.entries(titles ?? {}).map(([action, title]) => ({ platform: id, id: action, title })),
);

const shown = (): string[] => [
  ...types.map(nameOfType),
  ...personas.map(nameOfPersona),
  ...platforms.map(nameOfPlatform),
  ...rushes.map(nameOfRush),
  ...figures.flatMap((one) => [titleOfFigure(one), formulaOfFigure(one)]),
  ...actions.flatMap((one) => [titleOfAction(one), whyOfAction(one), doneOfAction(one), nameOfGroup(one)]),
  ...called.map(titleOfAction),
  ...fields.map(titleOfField),
  ...choices.map(titleOfChoice),
  ...events.map(nameOfTradeEvent),
  ...steps.map(nameOfTradeStep),
];

describe('a name in shared content', () => {
  it('stands in the message catalogue word for word', () => {
    const byId = new Map<string, string>([
      ...types.map(({ id, name }): [string, string] => [`type.${id}`, name]),
      ...personas.map(({ id, name }): [string, string] => [`persona.${id}`, name]),
      ...platforms.map(({ id, name }): [string, string] => [`platform.${id}`, name]),
      ...rushes.map(({ id, name }): [string, string] => [`rush.${id}`, name]),
      ...figures.flatMap(({ id, title, formula }): [string, string][] => [
        [`figure.${id}.title`, title],
        [`figure.${id}.formula`, formula],
      ]),
      ...actions.flatMap(({ id, title, why, done }): [string, string][] => [
        [`action.${id}.title`, title],
        [`action.${id}.why`, why ?? ''],
        [`action.${id}.done`, done],
      ]),
      ...overnights.map(({ id, overnight }): [string, string] => [`overnight.${id}`, overnight.done]),
      ...called.map(({ platform, id, title }): [string, string] => [`called.${platform}-${id}`, title]),
      ...choices.map(({ value, title }): [string, string] => [`choice.${value}`, title]),
      ...events.map(({ id, name }): [string, string] => [`event.${id}`, name]),
      ...steps.map(({ id, name }): [string, string] => [`step.${id}`, name]),
    ]);
    const catalogue = [...sentencesOf('zh')].flatMap(([key, text]): [string, string][] =>
      key.startsWith('trade:') ? [[key.slice('trade:'.length), text]] : [],
    );
    const worded = (kind: string) => catalogue.flatMap(([key, text]) => (key.startsWith(`${kind}.`) ? [text] : []));
    expect(new Map(catalogue.filter(([key]) => !/^(?:group|field|trains)\./.test(key)))).toEqual(byId);
    // Each text stands once, so that it is clear which id has it.
    expect(worded('group').sort()).toEqual([...new Set(actions.map(({ group }) => group))].sort());
    expect(types.map(({ id }) => trainsOf(id)).filter((text) => text === '')).toEqual([]);
    expect(worded('field').sort()).toEqual([...new Set(fields.map(({ title }) => title))].sort());
  });

  it('is shown from the content in Chinese and from the catalogue in English', () => {
    expect(inLanguage('zh', shown)).toEqual([
      ...types.map(({ name }) => name),
      ...personas.map(({ name }) => name),
      ...platforms.map(({ name }) => name),
      ...rushes.map(({ name }) => name),
      ...figures.flatMap(({ title, formula }) => [title, formula]),
      ...actions.flatMap(({ title, why, done, group }) => [title, why, done, group]),
      ...called.map(({ title }) => title),
      ...fields.map(({ title }) => title),
      ...choices.map(({ title }) => title),
      ...events.map(({ name }) => name),
      ...steps.map(({ name }) => name),
    ]);
    const chinese = inLanguage('zh', shown);
    const untold = inLanguage('en', shown).flatMap((text, at) =>
      text === '' || CHINESE.test(text) ? [chinese[at] ?? ''] : [],
    );
    expect(untold, 'without English words: each one’s id belongs into server/scoring/facts/trade-ids.ts').toEqual([]);
  });

  it('is different for each operation, type and persona, in English as in Chinese', () => {
    for (const names of [
      () => actions.map(titleOfAction),
      () => types.map(nameOfType),
      () => personas.map(nameOfPersona),
    ])
      expect(new Set(inLanguage('en', names)).size).toBe(names().length);
  });

  it('stays as it is written where it isn’t the shipped one', () => {
    inLanguage('en', () => {
      expect(titleOfAction({ id: 'remark', title: '记一笔' })).toBe('记一笔');
      expect(titleOfAction({ id: 'no-such', title: '本店自己的' })).toBe('本店自己的');
      expect(whyOfAction({ id: 'remark', why: null })).toBe('');
      expect(doneOfAction({ id: 'remark', done: '记好了' })).toBe('记好了');
      expect(nameOfGroup({ group: '本店' })).toBe('本店');
      expect(titleOfField({ title: '本店的栏' })).toBe('本店的栏');
      expect(titleOfChoice({ value: 'lid', title: '大盖子' })).toBe('大盖子');
      expect(nameOfType({ id: 'bargaining', name: '砍价' })).toBe('砍价');
      expect(typeNameIn(types, 'no-such')).toBe('no-such');
      expect(titleOfDeed({ action: () => null }, 'no-such')).toBe('no-such');
    });
  });
});
