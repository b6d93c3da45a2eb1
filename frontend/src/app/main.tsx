import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { nonceForStyles } from './styleNonce';
import { startI18n } from '@/lib/i18n';
import { cspNonce } from '@/lib/page';
import './app.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

nonceForStyles(cspNonce);
await startI18n();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
