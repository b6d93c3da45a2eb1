import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ReviseRiskMutation, RiskForEditQuery } from './query';
import { useContentSection, useGroundSection, usePeopleSection } from './useRiskSections';
import { toReviseInput, valuesOf } from './values';
import { EditPage, revision } from '@/ui/edit/EditPage';
import { FormSections } from '@/ui/edit/FormSections';

const risk = revision({
  query: RiskForEditQuery,
  find: ({ node }) =>
    node?.__typename === 'RiskPoint' && node.allowedActions.includes('RECORD_RISK') ? node : null,
  values: valuesOf,
  mutation: ReviseRiskMutation,
  input: (values, version, { id }) => toReviseInput(id, version, values),
});

export function Component() {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const sections = [useGroundSection({ unitFixed: true }), useContentSection(), usePeopleSection()];
  return (
    <EditPage
      revision={risk}
      title={t('riskEdit:editTitle')}
      crumbs={({ id, title }) => [
        { title: t('risk:detail.crumb'), to: '/risks' },
        { title, to: `/risks/${id}` },
      ]}
      path={({ id }) => `/risks/${id}`}
      saved={t('riskEdit:revised')}
    >
      {({ id, title }) => (
        <>
          <FormSections sections={sections} />
          <p className="hint">
            {t('riskEdit:gradeElsewhere')} <Link to={`/risks/${id}`}>{title}</Link>
          </p>
        </>
      )}
    </EditPage>
  );
}
