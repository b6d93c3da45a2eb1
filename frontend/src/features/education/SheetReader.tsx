import { useRef, useState } from 'react';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Marks } from './roll';
import { marksOf, readSheet, type ReadSheet } from './sheet';
import type { Problem } from '@/lib/errors';
import { currentLanguage } from '@/lib/i18n';
import { ErrorState } from '@/ui/ErrorState';

interface Props {
  sessionId: string;
  /** Given what the sheet says, to be looked at before it is sent. */
  onRead: (marks: Marks) => void;
}

/** Reads a filled sheet into the marks; nothing is recorded by that. */
export function SheetReader({ sessionId, onRead }: Props) {
  const { t } = useTranslation('education');
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [sheet, setSheet] = useState<ReadSheet>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setSheet(undefined);
    setProblems([]);
    const end = await readSheet(sessionId, file);
    setBusy(false);
    if (end.kind === 'failed') {
      setProblems(end.problems);
      return;
    }
    setSheet(end.sheet);
    onRead(marksOf(end.sheet));
  };
  return (
    <div className="education-sheet">
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        accept=".xlsx,.csv,.docx"
        aria-label={t('sheet.read')}
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          target.value = ''; // the same file may be chosen once more
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {t('sheet.read')}
      </Button>
      <ErrorState problems={problems} />
      {sheet && (
        <Alert
          type={sheet.problems.length > 0 ? 'warning' : 'info'}
          showIcon
          role="status"
          className="error-state"
          title={t('sheet.done', {
            count: sheet.marks.length,
            changed: sheet.marks.filter(({ changed }) => changed).length,
            blank: sheet.blank,
          })}
          description={
            sheet.problems.length > 0 && (
              <ul className="education-measures">
                {sheet.problems.map((one, n) => (
                  <li key={n}>
                    {one.row > 0 && `${t('sheet.row', { row: one.row })} `}
                    {one[currentLanguage()]}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
    </div>
  );
}
