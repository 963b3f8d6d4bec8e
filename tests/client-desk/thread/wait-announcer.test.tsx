/** What a screen reader is told of waits, and how long it stands. */
import '#client/app/i18n.ts';
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { arrived, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';

onFreshDesk();

const open = () =>
  mountDesk(
    [
      ...[OPENED, arrived('c1', 1000, '小鹿'), said('c1', 2000, '有货吗')],
      ...[arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    ],
    100_000,
    false,
  );
const told = (name: string) => screen.queryByText(new RegExp(`^${name} 超过 \\d+ 秒$`));

it('[X65] is taken out once the customer has been answered, and at the end', async () => {
  const server = await open();
  await act(async () => server.push({ kind: 'mood-changed', at: 101_000, conversation: 'c1', mood: 'upset' }));
  expect(told('小鹿')).not.toBeNull();
  expect(told('阿木')).not.toBeNull();
  await act(async () => server.push(replied('c1', 102_000, '有的')));
  expect(told('小鹿')).toBeNull();
  expect(told('阿木')).not.toBeNull();
  await act(async () => server.push({ kind: 'drill-ended', at: 103_000, why: 'trainee' }));
  expect(told('阿木')).toBeNull();
});
