import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { Mentorships } from '#client/features/admin/mentorships.tsx';
import { forgetMe } from '#client/lib/hooks/me.ts';
import type { MentorshipRow } from '#contract/mentors/mentors.ts';
import { clean, ok, renderAt, serve } from '#tests/client/fixtures/page.tsx';

afterEach(() => {
  forgetMe();
  clean();
});

const row = (id: string, over: Partial<MentorshipRow> = {}): MentorshipRow => ({
  ...{ id, state: 'invited', login: null, code: null, name: null, by: '林主任', at: 1, expiresAt: 2 },
  ...{ acceptedAt: null, ended: null },
  ...over,
});
const rows = [
  row('k1', { state: 'active', login: 'guo', name: '郭导师', acceptedAt: 3 }),
  row('k2', { code: 'ABCDEFGH2345' }),
  row('k3', { state: 'ended', login: 'he', ended: { at: 4, by: '何导师' } }),
  row('k4', { state: 'expired', login: 'qin' }),
];
const open = (over: Parameters<typeof serve>[0] = {}) => {
  const asked = serve({ 'GET /api/mentorships': ok(rows), ...over });
  renderAt('/people', '/people', <Mentorships />);
  return asked;
};

describe('mentors of other schools, as an admin sees them', () => {
  test('are listed with who invited and who ended it, and are ended after a question [J62] [J63]', async () => {
    const asked = open({ 'POST /api/mentorships/k1/end': ok(row('k1', { state: 'ended' })) });
    const lines = await screen.findAllByRole('listitem');
    expect(lines.map((line) => within(line).queryAllByRole('button').length)).toEqual([1, 2, 0, 0]);
    expect(lines[2]?.textContent).toContain('何导师结束');
    fireEvent.click(screen.getByRole('button', { name: '结束郭导师的聘任' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(asked.some(({ path }) => path.endsWith('/end'))).toBe(false);
    fireEvent.click(dialog.getByRole('button', { name: '结束聘任' }));
    await waitFor(() => expect(asked.some(({ path }) => path === 'POST /api/mentorships/k1/end')).toBe(true));
  });

  test('are invited by name or by a code, and a refusal stays with what was typed [J62]', async () => {
    const asked = open({
      'POST /api/mentorships': { ok: false, error: { code: 'mentor-there', message: '这位导师已经在册。' } },
    });
    fireEvent.click(await screen.findByRole('button', { name: '邀请' }));
    const dialog = within(await screen.findByRole('dialog'));
    const send = dialog.getByRole('button', { name: '邀请' }) as HTMLButtonElement;
    expect(send.disabled).toBe(true);
    fireEvent.change(dialog.getByLabelText('对方的账号'), { target: { value: ' guo ' } });
    fireEvent.click(send);
    await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/mentorships', body: { login: 'guo' } }));
    expect(await dialog.findByText(/这位导师已经在册/)).toBeTruthy();
    expect((dialog.getByLabelText('对方的账号') as HTMLInputElement).value).toBe(' guo ');
    fireEvent.click(dialog.getByText('给邀请码'));
    fireEvent.click(send);
    await waitFor(() => expect(asked).toContainEqual({ path: 'POST /api/mentorships', body: { login: null } }));
  });
});
