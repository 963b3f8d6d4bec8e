/** One server for the files whose tests come as guests of their own and leave it as it was: nine starts fewer. */
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
  }
}

/** Vitest calls it before the first file of the project, and what it returns after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide('productUrl', product.url);
  return product.close;
}

export const sharedProduct = (): { url: string } => ({ url: inject('productUrl') });
