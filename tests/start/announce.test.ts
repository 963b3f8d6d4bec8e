import { expect, test } from 'vitest';
import { newSetUpCode } from '#classroom/accounts/set-up.ts';
import { inLanguage } from '#i18n/language.ts';
import { announcement } from '#server/announce.ts';

const start = { port: 3000, publicUrl: null, lan: ['192.168.1.7', '10.0.0.2'], setUpCode: null, terminal: false };
const BLOCKS = /[█▀▄]/;

test('the server prints its addresses, on this machine and on the network', () => {
  const said = announcement(start);
  expect(said).toContain('http://localhost:3000');
  expect(said).toContain('http://192.168.1.7:3000');
  expect(said).not.toContain('set-up');
  expect(said).not.toMatch(BLOCKS);
});

test('the server prints how the first account is made, with the code for other devices, while there is none', () => {
  const said = announcement({ ...start, setUpCode: 'ABCD2345' });
  expect(said).toContain('首次使用：在这台机器上打开 http://localhost:3000/set-up 设置教师账号');
  expect(said).toContain('ABCD2345');
  const behindProxy = announcement({ ...start, setUpCode: 'ABCD2345', publicUrl: 'https://kefu.example.cn' });
  expect(behindProxy).toContain('https://kefu.example.cn/set-up 设置教师账号，设置码 ABCD2345');
  expect(behindProxy).not.toContain('192.168.1.7');
});

test('the server prints the same in English, without a Chinese character', () => {
  const said = inLanguage('en', () => announcement({ ...start, setUpCode: 'ABCD2345' }));
  expect(said).not.toMatch(/\p{Script=Han}/u);
  for (const part of ['http://localhost:3000', 'http://192.168.1.7:3000', '/set-up', 'ABCD2345', 'Ctrl+C'])
    expect(said).toContain(part);
});

test('the server prints a code to scan in a terminal when there is an address for it', () => {
  expect(announcement({ ...start, terminal: true })).toMatch(BLOCKS);
  expect(announcement({ ...start, terminal: true, lan: [] })).not.toMatch(BLOCKS);
});

test('a set-up code has eight characters that can’t be mistaken for each other', () => {
  const codes = Array.from({ length: 50 }, newSetUpCode);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(new Set(codes).size).toBe(50);
});
