import { expect, it, vi } from 'vitest';
import { recordRows, saveRecord } from '#client/features/typing/model/record-file.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';

const BOUTS = [
  { at: new Date(2026, 10, 27, 20, 5).getTime(), speed: 61, accuracy: 0.973, slips: [{ expected: '退', typed: '腿' }] },
  { at: new Date(2026, 10, 28, 9, 0).getTime(), speed: 66, accuracy: 1, slips: [{ expected: '码', typed: '=1+1' }] },
];

it('the file of one’s own typing has a row a bout, and no typed word in it runs as a formula', async () => {
  expect(recordRows(BOUTS).slice(1)).toEqual([
    ['2026-11-27 20:05', 61, '97.3%', 1, '退→腿'],
    ['2026-11-28 09:00', 66, '100%', 1, '码→=1+1'],
  ]);
  const made: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    made.push(blob as Blob);
    return 'blob:made';
  });
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  await saveRecord(BOUTS);
  expect(clicked).toHaveBeenCalledOnce();
  const [file] = made;
  const bytes = Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0));
  const sheet = zipPart(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toContain('<v>66</v>');
  expect(sheet).not.toContain('<f>');
  expect(zipPart(bytes, 'xl/sharedStrings.xml')).toContain('码→=1+1');
});
