/** Waits for what a page shows later, long enough for a slow machine; what hasn't come by then fails the test. */
import { configure } from '@testing-library/react';
import { beforeAll } from 'vitest';
import { loadParts } from '#client/lib/later.tsx';

configure({ asyncUtilTimeout: 60_000 });

// A page has them seconds after it stands; a test presses its buttons at once.
beforeAll(loadParts);
