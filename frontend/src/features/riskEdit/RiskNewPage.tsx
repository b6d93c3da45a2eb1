import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { GroundQuery, RecordRiskMutation } from './query';
import {
  useAssessmentSection,
  useContentSection,
  useGroundSection,
  usePeopleSection,
} from './useRiskSections';
import { useRecordedWords } from './useRecordedWords';
import { newValues, toRecordInput } from './values';
import { FormSections } from '@/ui/edit/FormSections';
import { NewPage } from '@/ui/edit/NewPage';

export function Component() {
  const { t } = useTranslation(['riskEdit', 'risk']);
  const [search] = useSearchParams();
  const recordedWords = useRecordedWords();
  const sections = [
    useGroundSection(),
    useContentSection(),
    useAssessmentSection(),
    usePeopleSection(),
  ];
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
  const start = newValues({
    unit: unit ?? groundUnit,
    power,
    step: asked('step'),
    post,
    person: asked('person'),
  });
  return (
    <NewPage
      title={t('riskEdit:newTitle')}
      crumbs={[{ title: t('risk:detail.crumb'), to: '/risks' }]}
      start={fetching && !data ? undefined : start}
      mutation={RecordRiskMutation}
      input={toRecordInput}
      recorded={(answer) => {
        const risk = answer?.recordRiskPoint.riskPoint;
        return { said: recordedWords(risk), path: risk ? `/risks/${risk.id}` : '/risks' };
      }}
      submitLabel={t('riskEdit:record')}
    >
      <FormSections sections={sections} />
    </NewPage>
  );
}
