import { create } from 'zustand';
import type { Answer } from '#client/lib/api.ts';

/** Takes back what the toast tells of. */
type ToastAction = { label: string; run: () => void };
export type Toast = { id: number; text: string; tone: 'plain' | 'bad'; action?: ToastAction | undefined };

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let lastId = 0;

/** Reports something that happened elsewhere on the page. An error is always shown where it arose too, never in a toast alone. */
export const showToast = (text: string, tone: Toast['tone'] = 'plain', action?: ToastAction): void => {
  lastId += 1;
  const toast: Toast = { id: lastId, text, tone, action };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast] }));
};

export const dropToast = (id: number): void =>
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));

/** Waits for an answer and shows a refusal as a toast. True when the command was carried out. */
export const toastFailure = async (command: Promise<Answer<unknown>>): Promise<boolean> => {
  const answer = await command;
  if (!answer.ok) showToast(answer.error.message, 'bad');
  return answer.ok;
};
