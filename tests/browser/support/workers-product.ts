/**
 * One server for the files of a worker that have a school, read what the server complains of, or kill it: each file has a
 * school of its own on it, as schools that share a machine have. Starting it, and running its code for the first time, took
 * two seconds of processor time a file.
 */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { ask, valueIn } from '#tests/http/support/ask.ts';
import { type Product, startProduct } from './product.ts';

/** Who sets a fresh server up, and may then add schools. */
const MACHINE_ADMIN = { school: '市教育局', name: '周管理', login: 'machine', password: 'kefu-2026-admin' };
const PASSWORD = 'kefu-2026-teach';

export type School = { login: string; password: string };
export type WorkersProduct = Pick<Product, 'url' | 'kill' | 'restart' | 'complaints'> & {
  /** Adds a school whose first account this is; its login is not taken yet. */
  addSchool(account: School & { school: string; name: string }): Promise<void>;
};

let started: Promise<{ product: Product; cookie: string }> | null = null;
let schools = 0;

const start = async () => {
  const product = await startProduct(inject('productsFolder'));
  const setUp = await ask(`${product.url}/api/set-up`, { method: 'POST', body: MACHINE_ADMIN });
  valueIn(setUp);
  return { product, cookie: setUp.cookie ?? '' };
};

/** The worker's server; it ends with the worker. What it complained of before is another file's. */
export const workersProduct = async (): Promise<WorkersProduct> => {
  // A file that failed after a kill has left it dead.
  if (started !== null && !(await started).product.runs()) started = null;
  started ??= start();
  const { product, cookie } = await started;
  product.forget();
  return {
    ...product,
    addSchool: async (body) => void valueIn(await ask(`${product.url}/api/schools`, { method: 'POST', cookie, body })),
  };
};

/** A school that nobody else is in. */
export const newSchool = async ({ addSchool }: WorkersProduct): Promise<School> => {
  const account = { login: `wang-${++schools}`, password: PASSWORD };
  await addSchool({ school: '城北职业学校', name: '王老师', ...account });
  return account;
};

/** The first teacher of a new school, signed in at this page, which shows 上课. */
export const comeAsTeacher = async (page: Page, product: WorkersProduct): Promise<void> => {
  const data = await newSchool(product);
  const signedIn = await page.request.post('/api/session', { data });
  if (!signedIn.ok()) throw new Error(`not signed in: ${await signedIn.text()}`);
  await page.goto('/teach');
  await page.getByRole('heading', { name: '上课' }).waitFor();
};
