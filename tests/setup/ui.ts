/** Screens are waited for, never timed: on a busy machine a live query may take seconds. */
import { configure } from '@testing-library/preact';

configure({ asyncUtilTimeout: 30_000 });
