import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { StandardsPage } from '#client/features/certificates/standards-page.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { Standards } from '#contract/exams/standards.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';
import { signedIn } from '#tests/client/fixtures/people.ts';
import { BUTTON } from '#tests/support/labels.ts';

afterEach(() => {
  forgetMe();
  clean();
});

const body: Standards = {
  ...{ version: 0, own: false, by: null, at: null },
  standards: [{ id: 'copc', name: 'COPC', words: { response: '响应及时' } }],
};
const open = (role?: 'mentor') => {
  const asked = serve({
    'GET /api/me': ok(signedIn(role)),
    'GET /api/standards': ok(body),
    'POST /api/standards': ok({ ...body, version: 1, own: true }),
  });
  renderAt('/certificates/standards', '/certificates/standards', <StandardsPage />);
  return asked;
};

it('[A23] a teacher changes a standard’s words and adds one; what it has no words for is left out', async () => {
  const asked = open();
  fireEvent.change(await screen.findByLabelText('响应时效'), { target: { value: ' ' } });
  fireEvent.change(screen.getByLabelText('问题解决'), { target: { value: '客户关键差错' } });
  fireEvent.click(screen.getByRole('button', { name: '加一个标准' }));
  const save = screen.getByRole('button', { name: BUTTON.save });
  expect(save.hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getAllByLabelText('标准的名称')[1] as HTMLElement, { target: { value: '企业标准' } });
  fireEvent.click(save);
  await waitFor(() =>
    expect(asked.find(({ path }) => path === 'POST /api/standards')?.body).toEqual({
      version: 0,
      standards: [
        { id: 'copc', name: 'COPC', words: { solving: '客户关键差错' } },
        { id: 'own-1', name: '企业标准', words: {} },
      ],
    }),
  );
});

it('a mentor reads them', async () => {
  open('mentor');
  expect(await screen.findByDisplayValue('响应及时')).toBeTruthy();
  expect(screen.queryByRole('button', { name: BUTTON.save })).toBeNull();
});
