/** What a page shows by and by is waited for on a machine of any speed; what never comes ends here. */
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 60_000 });
