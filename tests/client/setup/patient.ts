/** Waits for what a page shows later, long enough for a slow machine; what hasn't come by then fails the test. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 60_000 });
