import { useTranslation } from 'react-i18next';
import { PowerForm } from './PowerForm';
import { PowerForEditQuery, RevisePowerMutation } from './query';
import { toDetails, valuesOf } from './values';
import { EditPage, revision } from '@/ui/edit/EditPage';

const power = revision({
  query: PowerForEditQuery,
  find: ({ node }) =>
    node?.__typename === 'Power' && node.unit?.allowedActions.includes('EDIT_REGISTER')
      ? node
      : null,
  values: valuesOf,
  mutation: RevisePowerMutation,
  input: (values, expectedVersion, { id }) => ({
    id,
    expectedVersion,
    details: toDetails(values),
  }),
});

export function Component() {
  const { t } = useTranslation(['power', 'powerEdit']);
  return (
    <EditPage
      revision={power}
      title={t('powerEdit:editTitle')}
      crumbs={({ id, name }) => [
        { title: t('title'), to: '/powers' },
        { title: name, to: `/powers/${id}` },
      ]}
      path={({ id }) => `/powers/${id}`}
      saved={t('powerEdit:revised')}
    >
      {() => <PowerForm unitFixed />}
    </EditPage>
  );
}
