import { expect, test } from 'vitest';
import { isTable } from '#language/whole-reply/tables.ts';

test('rows that differ only in their figures are a table', () => {
  expect(isTable('尺码对照：脚长220毫米对35.5码，225对36码，230对36.5码，235对37.5码，240对38码')).toBe(true);
  expect(isTable('运费：1公斤8元；2公斤10元；3公斤12元；4公斤14元')).toBe(true);
});

test('an answer with its sum or with two cases is no table', () => {
  expect(isTable('459加99是558，满300减40，券再减15，到手503')).toBe(false);
  expect(isTable('245对39码，250对40码，您24.5拿39')).toBe(false);
  expect(isTable('16点前付款今天发，过了16点就是第二天')).toBe(false);
});
