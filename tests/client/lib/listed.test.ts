import '#client/app/i18n.ts';
import i18next from 'i18next';
import { afterEach, describe, expect, it } from 'vitest';
import { clauses, remarks } from '#client/lib/clauses.ts';
import { joined, listed } from '#client/lib/listed.ts';

const told = () => [
  listed(['甲', '乙']),
  joined(['甲。', '', '乙。']),
  clauses(['甲', null, '', '乙']),
  remarks(['甲', '乙']),
];

describe('parts of a sentence put together', () => {
  afterEach(() => i18next.changeLanguage('zh'));

  it('has Chinese marks in Chinese', () => {
    expect(told()).toEqual(['甲、乙', '甲。乙。', '甲，乙', '甲；乙']);
  });

  it('has English marks in English', async () => {
    await i18next.changeLanguage('en');
    expect(told()).toEqual(['甲, 乙', '甲。 乙。', '甲, 乙', '甲; 乙']);
  });
});
