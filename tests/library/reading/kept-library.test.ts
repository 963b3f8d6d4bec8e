import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { contentFor, type LoadedLibrary } from '#library/load.ts';
import { keptIn } from '#library/reading/kept-library.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { shipped } from '#tests/support/library.ts';

const reading = () => vi.fn((): LoadedLibrary => shipped);
const newFile = (): string => join(tempFolder(), 'made/library.bin');

describe('the library kept from one process to the next', () => {
  it('gives every case with the hash and on the cards that reading gives', () => {
    const file = newFile();
    keptIn(file, 'k', reading());
    const read = reading();
    const { library, diagnostics } = keptIn(file, 'k', read);
    expect(diagnostics).toEqual([]);
    const short = [...shipped.library.short.keys()].filter((_, index) => index % 100 === 0);
    const cases = [...shipped.library.scenarios.keys()];
    const cards = [
      ...cases.filter((_, at) => at % 4 === 0).map((id) => [id, 0] as const),
      ...[...cases.slice(0, 3), ...short].map((id) => [id, 7] as const),
    ];
    for (const [id, seed] of cards) {
      const card = cardOfSeed(seed);
      expect(contentFor(library, [id], card).hash, id).toBe(contentFor(shipped.library, [id], card).hash);
    }
    expect(library.testplans).toEqual(shipped.library.testplans);
    expect(library.bank).toEqual(shipped.library.bank);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads the authored files once, when they are asked for', () => {
    const file = newFile();
    keptIn(file, 'k', reading());
    const read = reading();
    const { library } = keptIn(file, 'k', read);
    expect(library.files).toBe(shipped.library.files);
    expect(library.files.cases).toHaveLength(library.scenarios.size);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is read anew where a file or a source has changed, and kept instead of the one before', () => {
    const file = newFile();
    keptIn(file, 'before', reading());
    const [read, readNoMore] = [reading(), reading()];
    expect(keptIn(file, 'after', read)).toBe(shipped);
    keptIn(file, 'after', readNoMore);
    expect([read, readNoMore].map(({ mock }) => mock.calls.length)).toEqual([1, 0]);
  });

  it('is not kept with a fault in it, or where nothing tells that a source has changed', () => {
    const file = newFile();
    const fault = { file: 'a.yaml', line: 1, column: 1, code: 'yaml', severity: 'error', message: '写错了' } as const;
    keptIn(file, 'k', () => ({ ...shipped, diagnostics: [fault as never] }));
    keptIn(file, null, reading());
    expect(existsSync(file)).toBe(false);
  });

  it.each(['', '{', 'not a library'])('is read where its file says %j', (said) => {
    const file = join(tempFolder(), 'library.bin');
    writeFileSync(file, said);
    expect(keptIn(file, 'k', reading())).toBe(shipped);
  });
});
