import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  list: { rows: unknown[]; total: number | null; hasNext: boolean; fetching: boolean };
  onMore: () => void;
}

/** Under a list: how much of it is shown, and the rest on demand. */
export function ListFoot({ list, onMore }: Props) {
  const { t } = useTranslation();
  const { rows, total, hasNext, fetching } = list;
  return (
    <div role="status" className="list-foot">
      {total !== null && t('state.loaded', { shown: rows.length, total })}
      {fetching && ` ${t('state.loading')}`}
      {hasNext && !fetching && (
        <Button size="small" onClick={onMore}>
          {t('action.more')}
        </Button>
      )}
    </div>
  );
}
