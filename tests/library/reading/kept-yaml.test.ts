import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withKeptYaml } from '#library/reading/kept-yaml.ts';
import { readYaml } from '#library/reading/read-yaml.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const TEXT = 'id: a\nminutes: [1, 3.5, null, true]\n';
const read = (file: string, text: string) => withKeptYaml(file, () => readYaml('a.yaml', text));
const values = (file: string): string[] => Object.values(JSON.parse(readFileSync(file, 'utf8')).values);

describe('YAML kept from one process to the next', () => {
  it('gives the value and the places that parsing gives', () => {
    const file = join(tempFolder(), 'made/kept.json');
    const first = read(file, TEXT);
    expect(values(file)).toEqual([JSON.stringify(first.source.value)]);
    const [[hash]] = Object.entries(JSON.parse(readFileSync(file, 'utf8')).values) as [[string, string]];
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify({ ...kept, values: { [hash]: '{"id":"kept"}' } }));
    const again = read(file, TEXT);
    expect(again.source.value).toEqual({ id: 'kept' });
    for (const path of [['id'], ['minutes', 1], ['minutes', 9]])
      expect(again.source.locate(path)).toEqual(first.source.locate(path));
  });

  it('parses a text that has changed, and forgets the one before', () => {
    const file = join(tempFolder(), 'kept.json');
    read(file, TEXT);
    expect(read(file, 'id: b\n').source.value).toEqual({ id: 'b' });
    expect(values(file)).toEqual(['{"id":"b"}']);
  });

  it('takes nothing that another version of the reader kept', () => {
    const file = join(tempFolder(), 'kept.json');
    read(file, TEXT);
    const { values } = JSON.parse(readFileSync(file, 'utf8'));
    const [hash = ''] = Object.keys(values);
    writeFileSync(file, JSON.stringify({ by: 'another reader', values: { [hash]: '{"id":"old"}' } }));
    expect(read(file, TEXT).source.value).toMatchObject({ id: 'a' });
  });

  it('keeps nothing of a text with a fault, nor outside of such a reading, nor what JSON can’t hold', () => {
    const file = join(tempFolder(), 'kept.json');
    expect(read(file, 'id: [\n').diagnostics).toHaveLength(1);
    readYaml('a.yaml', TEXT);
    expect(read(file, 'id: .nan\n').source.value).toEqual({ id: Number.NaN });
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });

  it.each(['', '{', '[]', '{"by":"another reader","values":{}}'])('reads past a file that says %j', (said) => {
    const file = join(tempFolder(), 'kept.json');
    writeFileSync(file, said);
    expect(read(file, TEXT).source.value).toEqual({ id: 'a', minutes: [1, 3.5, null, true] });
    expect(values(file)).toHaveLength(1);
  });

  it('hands out a value of its own each time', () => {
    const file = join(tempFolder(), 'kept.json');
    const [first, second] = [read(file, TEXT), read(file, TEXT)].map(({ source }) => source.value);
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
  });
});
