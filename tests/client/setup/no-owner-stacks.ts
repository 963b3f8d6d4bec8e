/**
 * React's development build keeps an error's stack for each of the first ten thousand elements of a second, for its own
 * warnings: a sixth of these tests' time. A warning fails its test all the same, and still names the component.
 */
import * as React from 'react';

const INTERNALS = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';

const internals: unknown = Reflect.get(React, INTERNALS);
// Another React may not have it; then the tests only take longer.
if (typeof internals === 'object' && internals !== null && 'recentlyCreatedOwnerStacks' in internals)
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Number.POSITIVE_INFINITY,
    set: () => {},
  });
