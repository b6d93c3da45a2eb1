// Runs before every test file: components find their words in Chinese.
import { afterEach, beforeAll } from 'vitest';
import { cleanup, configure } from '@testing-library/react';
import { startI18n, laterWords } from '@/lib/i18n';

// A machine with other work to do is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(async () => {
  await startI18n('zh');
  await laterWords();
});

afterEach(() => {
  cleanup();
  // What one test typed is not found by the next.
  sessionStorage.clear();
});
