// Runs before every test file: components find their words in Chinese.
import { afterEach, beforeAll } from 'vitest';
import { cleanup } from '@testing-library/react';
import { startI18n } from '@/lib/i18n';

beforeAll(async () => {
  await startI18n('zh');
});

afterEach(cleanup);
