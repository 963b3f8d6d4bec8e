import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PathSettingsPage } from '#client/features/learning-path/path-settings-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { PathSettings } from '#contract/practice/learning-path.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const settings: PathSettings = {
  ...{ version: 3, own: true, by: '王老师', at: 1000, removed: ['response'] },
  rules: [
    {
      ...{ id: 'combat', name: '实战', about: '接单', weeks: 8 },
      conditions: [
        { id: 'drills-done', name: '接待场数', measure: 'drills-done', needs: 20, share: null },
        { id: 'own-1', name: '打字', measure: 'typing-best', needs: 55, share: null },
      ],
    },
  ],
};

it('[U5] adds a condition by its measure, removes one, and never the last of a stage', async () => {
  const asked = serve({
    'GET /api/me': ok(signedIn()),
    'GET /api/path/settings': ok(settings),
    'POST /api/path/settings': ok(settings),
  });
  renderAt('/path/settings', '/path/settings', <PathSettingsPage />);
  fireEvent.click(await screen.findByRole('button', { name: '去掉接待场数' }));
  expect(screen.queryByRole('button', { name: /^去掉/ })).toBeNull();
  fireEvent.change(screen.getByLabelText('实战再看一样'), { target: { value: 'certificates' } });
  fireEvent.click(screen.getByRole('button', { name: '加一个条件' }));
  expect(screen.getAllByRole('button', { name: /^去掉/ })).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '存' }));
  const own = (id: string, name: string, measure: string, needs: number) => ({
    ...{ stage: 'combat', id, name, measure, needs, share: null },
  });
  await waitFor(() =>
    expect(asked).toContainEqual({
      path: 'POST /api/path/settings',
      body: {
        ...{ version: 3, stages: { combat: { name: '实战', about: '接单' } }, conditions: {} },
        added: [own('own-1', '打字', 'typing-best', 55), own('own-2', '证书', 'certificates', 1)],
        removed: ['response', 'drills-done'],
      },
    }),
  );
});
