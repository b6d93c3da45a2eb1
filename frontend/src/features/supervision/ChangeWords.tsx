import { useTranslation } from 'react-i18next';
import type { Changes } from './query';

/** What became worse, milder, new or gone, in words; nothing changed is a dash. */
export function ChangeWords({ changes }: { changes: Changes }) {
  const { t } = useTranslation('supervision');
  const words = (['added', 'raised', 'lowered', 'retired'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => `${t(`change.${kind}`)} ${changes[kind]}`);
  return <>{words.join('，') || '—'}</>;
}
