/** One server for the files whose tests come as guests of their own and leave it as it was: ten starts are one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type Product, startProduct } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    productUrl: string;
    /** Where the workers' own servers keep their data: these end with their worker, who then removes nothing any more. */
    productsFolder: string;
  }
}

let product: Product | null = null;
let folder: string | null = null;

/** Vitest calls it before the first file of the project. */
export const setup = async (project: TestProject): Promise<void> => {
  folder = mkdtempSync(join(tmpdir(), 'kefu-browser-'));
  project.provide('productsFolder', folder);
  product = await startProduct();
  project.provide('productUrl', product.url);
};

/** And this after the last one. */
export const teardown = async (): Promise<void> => {
  await product?.close();
  if (folder !== null) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
};

export const sharedProduct = (): { url: string } => ({ url: inject('productUrl') });
