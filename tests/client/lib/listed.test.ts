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

describe('joined parts of a sentence', () => {
  afterEach(() => i18next.changeLanguage('zh'));

  it('have Chinese punctuation in Chinese', () => {
    expect(told()).toEqual(['甲、乙', '甲。乙。', '甲，乙', '甲；乙']);
  });

  it('have English punctuation in English', async () => {
    await i18next.changeLanguage('en');
    expect(told()).toEqual(['甲, 乙', '甲。 乙。', '甲, 乙', '甲; 乙']);
  });
});
