import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { GroundFields } from './GroundFields';
import { GroundQuery, RecordRiskMutation } from './query';
import { AssessmentFields, ContentFields, PeopleFields } from './RiskFields';
import { newValues, toRecordInput, type RecordValues } from './values';
import { PageForm } from '@/ui/edit/PageForm';
import { Loading } from '@/ui/Loading';
import { useNotify } from '@/ui/notify';
import { PageHeader } from '@/ui/PageHeader';

export function Component() {
  const { t, i18n } = useTranslation(['riskEdit', 'risk', 'common']);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const notify = useNotify();
  const [, record] = useMutation(RecordRiskMutation);

  const asked = (name: string) => search.get(name) || undefined;
  const power = asked('power');
  const post = asked('post');
  const unit = asked('unit');
  // A link from a power or a post need not name the unit.
  const [{ data, fetching }] = useQuery({
    query: GroundQuery,
    variables: { id: power ?? post ?? '' },
    pause: Boolean(unit) || !(power ?? post),
  });
  const ground = data?.node;
  const groundUnit =
    ground?.__typename === 'Power' || ground?.__typename === 'Post' ? ground.unit?.id : undefined;

  // A body may have rules of its own, which have no word here.
  const ruleWord = (rule: string) => {
    const key = `assessment.rules.${rule}`;
    return i18n.exists(`risk:${key}`) ? t(`risk:${key}` as 'risk:assessment.rules.count') : rule;
  };

  const send = async (values: RecordValues) => {
    const { data, error } = await record({ input: toRecordInput(values) });
    if (error) return { error };
    const risk = data?.recordRiskPoint.riskPoint;
    const grade = risk?.proposedGrade;
    const why = risk?.assessments[0];
    return {
      done: () => {
        notify.success(
          grade && why
            ? t('riskEdit:recordedWithGrade', {
                grade: `${grade} ${t(`common:grade.${grade}`)}`,
                rule: ruleWord(why.rule),
                clause: why.clause,
              })
            : t('riskEdit:recorded'),
        );
        void navigate(risk ? `/risks/${risk.id}` : '/risks', { replace: true });
      },
    };
  };

  return (
    <>
      <PageHeader
        title={t('riskEdit:newTitle')}
        crumbs={[{ title: t('risk:detail.crumb'), to: '/risks' }]}
      />
      {fetching && !data ? (
        <Loading />
      ) : (
        <PageForm<RecordValues>
          start={newValues({
            unit: unit ?? groundUnit,
            power,
            step: asked('step'),
            post,
            person: asked('person'),
          })}
          send={send}
          submitLabel={t('riskEdit:record')}
          onCancel={() => void navigate(-1)}
        >
          <GroundFields />
          <ContentFields />
          <AssessmentFields />
          <PeopleFields />
        </PageForm>
      )}
    </>
  );
}
