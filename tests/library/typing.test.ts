import { describe, expect, it } from 'vitest';
import { checkPhrases, checkTyping } from '#library/checks/typing.ts';
import { hashOf } from '#library/hash.ts';
import { rubricFile } from '#library/schema/schema.ts';
import { shared, shopFacts } from '#tests/support/question-bank.ts';

const { files, catalogue } = shared;
const { typing } = catalogue;
const library = { ...catalogue, files, shopFacts };

describe('the shipped texts to type', () => {
  it('are without a fault, enough of each kind, and from every shop [Y6]', () => {
    const checked = checkTyping(library);
    expect(checked.flatMap(({ file, faults }) => faults.map((fault) => `${file.file} ${fault.message}`))).toEqual([]);
    expect(typing.phrases ? [...checkPhrases(typing.phrases)] : null).toEqual([]);
    expect(typing.long.length).toBeGreaterThanOrEqual(20);
    expect(typing.short.length).toBeGreaterThanOrEqual(12);
    expect(typing.phrases?.phrases).toHaveLength(10);
    expect(typing.exam.length).toBeGreaterThanOrEqual(8);
    for (const texts of [typing.long, typing.short, typing.exam])
      expect([...new Set(texts.map(({ shop }) => shop))].sort()).toEqual([...catalogue.shops.keys()].sort());
  });

  it('mix digits, letters and marks as the trade does', () => {
    const all = typing.long.map(({ text }) => text);
    expect(all.filter((text) => /\d/.test(text)).length).toBeGreaterThanOrEqual(20);
    for (const kind of [/\d{10}/, /\d元/, /[A-Z]/, /：/, /；/, /、/])
      expect(all.filter((text) => kind.test(text)).length).toBeGreaterThan(2);
  });

  it.each([
    ['guchui-fryer', '299元', '289元'],
    ['suibu-return', '59元', '69元'],
    ['poshang-sum', '41.8元', '42.8元'],
    ['guchui-fault', '15天', '16天'],
    ['tinghe-combo', '48小时', '46小时'],
  ])('%s: %s said as %s is found [Y6]', (id, right, wrong) => {
    const changed = files.typing.map((file) => {
      const value = structuredClone(file.value);
      for (const text of value?.long ?? []) if (text.id === id) text.text = text.text.replace(right, wrong);
      return { ...file, value };
    });
    const faults = checkTyping({ ...library, files: { ...files, typing: changed } }).flatMap((one) => one.faults);
    expect(faults.map(({ code }) => code)).toEqual(['typing-figure']);
  });
});

describe('how fast is fast', () => {
  it('is said by the newest rubric, and by no drill’s content [Y5]', () => {
    expect(typing.rates).toEqual({ pass: 55, excellent: 88 });
    expect(files.rubrics[0]?.value?.typing).toEqual(typing.rates);
    expect(catalogue.rubrics[0]).not.toHaveProperty('typing');
    // Nor is what a lead's answers are worth (RULES J50).
    const { typing: _, lead: __, ...rubric } = files.rubrics[0]?.value ?? {};
    expect(hashOf(catalogue.rubrics[0])).toBe(hashOf(rubric));
  });

  it('is more for excellent than for a pass', () => {
    const value = files.rubrics[0]?.value;
    expect(rubricFile.safeParse({ ...value, typing: { pass: 88, excellent: 55 } }).success).toBe(false);
  });
});
