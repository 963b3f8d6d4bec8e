import '#client/app/i18n.ts';
import { afterEach, describe, expect, it } from 'vitest';
import { clauses, remarks } from '#client/lib/clauses.ts';
import { joined, listed } from '#client/lib/listed.ts';
import { sayIn } from '#client/lib/messages.ts';

const told = () => [
  listed(['甲', '乙']),
  joined(['甲。', '', '乙。']),
  clauses(['甲', null, '', '乙']),
  remarks(['甲', '乙']),
];

describe('joined parts of a sentence', () => {
  afterEach(() => sayIn('zh'));

  it('have Chinese punctuation in Chinese', () => {
    expect(told()).toEqual(['甲、乙', '甲。乙。', '甲，乙', '甲；乙']);
  });

  it('have English punctuation in English', () => {
    sayIn('en');
    expect(told()).toEqual(['甲, 乙', '甲。 乙。', '甲, 乙', '甲; 乙']);
  });
});
