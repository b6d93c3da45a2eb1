import { useTranslation } from 'react-i18next';
import { PowerPageQuery } from './query';
import { powerSpec, toPowerFilter } from './state';
import { usePowerColumns } from './usePowerColumns';
import { usePowerFilters } from './usePowerFilters';
import { can, useViewer } from '@/lib/viewer';
import { LinkButton } from '@/ui/LinkButton';
import { ListPage } from '@/ui/list/ListPage';
import { useList } from '@/ui/list/useList';

export function Component() {
  const { t } = useTranslation('power');
  const viewer = useViewer();
  const list = useList({
    name: 'powers',
    spec: powerSpec,
    query: PowerPageQuery,
    ask: (state) => ({ filter: toPowerFilter(state) }),
    page: (data) => data.powers,
  });
  const { unit } = list.state;
  return (
    <ListPage
      list={list}
      title={t('title')}
      filters={usePowerFilters()}
      columns={usePowerColumns()}
      actions={
        can(viewer, 'EDIT_REGISTER') && (
          <LinkButton type="primary" to={unit ? `/powers/new?unit=${unit}` : '/powers/new'}>
            {t('list.register')}
          </LinkButton>
        )
      }
    />
  );
}
