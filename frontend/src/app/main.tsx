import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { nonceForStyles } from './styleNonce';
import { startI18n } from '@/lib/i18n';
import { cspNonce } from '@/lib/page';
import './app.css';
import './shell.css';
import '@/ui/kit.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

nonceForStyles(cspNonce);
// Not with a top-level await: the chunk of a language may import from this one, and
// would then wait for it for ever.
void startI18n().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
