/** One server for the files whose tests come as guests of their own and leave it as it was: ten starts are one. */
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type Product, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
  }
}

let product: Product | null = null;

/** Vitest calls it before the first file of the project. */
export const setup = async (project: TestProject): Promise<void> => {
  product = await startProduct();
  project.provide('productUrl', product.url);
};

/** And this after the last one. */
export const teardown = async (): Promise<void> => {
  await product?.close();
};

export const sharedProduct = (): { url: string } => ({ url: inject('productUrl') });
