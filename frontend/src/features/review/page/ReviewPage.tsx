import { useState } from 'react';
import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Difference } from './Difference';
import { ReviewDecisions } from './ReviewDecisions';
import { TurnNote } from './TurnNote';
import { ReviewActions } from '../ReviewActions';
import { FormReviewQuery, type ReviewedForm, type ReviewLayout } from '../query';
import '../review.css';
import { Attachments } from '@/features/attachment/door';
import { FormHints } from '@/features/hint/door';
import { FormContent, PaperMenu } from '@/features/paper/door';
import type { Enum } from '@/gql';
import { useEnum } from '@/lib/enumLabel';
import { formatDate } from '@/lib/format';
import { Facts } from '@/ui/Facts';
import { LinkButton } from '@/ui/LinkButton';
import { NotFound } from '@/ui/NotFound';
import { PageHeader } from '@/ui/PageHeader';
import { Query } from '@/ui/Query';

const bases = ['LAST_FILED', 'LAST_SUBMISSION', 'LAST_YEAR'] as const;

/** A form in review: what differs, what was said, and what the viewer may do. */
export function Component() {
  const { id = '' } = useParams();
  const [base, setBase] = useState<Enum<'ComparisonBase'>>('LAST_SUBMISSION');
  const [result, reload] = useQuery({ query: FormReviewQuery, variables: { id, with: base } });
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Query result={result} onRetry={again} rows={8}>
      {({ node, formLayouts }) => {
        const layout =
          node?.__typename === 'Form' ? formLayouts.find(({ kind }) => kind === node.kind) : null;
        return node?.__typename === 'Form' && layout ? (
          <Reviewed form={node} layout={layout} base={base} onBase={setBase} onChanged={again} />
        ) : (
          <NotFound />
        );
      }}
    </Query>
  );
}

interface Props {
  form: ReviewedForm;
  layout: ReviewLayout;
  base: Enum<'ComparisonBase'>;
  onBase: (base: Enum<'ComparisonBase'>) => void;
  onChanged: () => void;
}

function Reviewed({ form, layout, base, onBase, onChanged }: Props) {
  const { t } = useTranslation('review');
  const kind = useEnum('FormKind');
  const state = useEnum('FormState');
  return (
    <>
      <PageHeader
        title={`${form.person?.name ?? form.unit?.name ?? ''} ${kind.label(form.kind)}`}
        crumbs={[{ title: t('queue.title'), to: '/review' }]}
        tags={
          <>
            <span className="tag">{state.label(form.state)}</span>
            {form.containsA && <span className="tag tag-alarm">{t('containsA')}</span>}
          </>
        }
        actions={
          <>
            <LinkButton to={`/forms/${form.id}`}>{t('open')}</LinkButton>
            <ReviewActions formId={form.id} onChanged={onChanged} />
            <PaperMenu
              formId={form.id}
              unitId={form.unit?.id}
              campaignId={form.campaign?.id}
              mayFill={false}
              onImported={onChanged}
            />
          </>
        }
      />
      <section className="panel">
        <Facts
          items={[
            [t('field.campaign'), form.campaign?.title],
            [t('field.unit'), form.unit?.name],
            [t('field.revision'), t('field.revisionValue', { revision: form.revision })],
            [t('field.dueOn'), formatDate(form.dueOn)],
            [t('field.addressee'), form.addressee?.name],
            [t('field.filedNumber'), form.filedNumber],
            [t('field.filedHash'), form.filedHash],
            [t('field.returnReason'), form.returnReason],
          ]}
        />
        <TurnNote form={form} />
      </section>
      <section className="panel" aria-labelledby="difference-title">
        <div className="panel-head">
          <h2 id="difference-title">{t('difference.title')}</h2>
          <Radio.Group
            aria-label={t('difference.with')}
            value={base}
            onChange={({ target }) => onBase(target.value as Enum<'ComparisonBase'>)}
            options={bases.map((value) => ({ value, label: t(`base.${value}`) }))}
          />
          <LinkButton to={`/review/${form.id}/year`}>{t('year.open')}</LinkButton>
        </div>
        {form.comparison ? (
          <Difference comparison={form.comparison} layout={layout} />
        ) : (
          <p className="hint">{t('difference.none')}</p>
        )}
      </section>
      <FormContent formId={form.id} />
      <section className="panel" aria-labelledby="decisions-title">
        <h2 id="decisions-title">{t('decisions.title')}</h2>
        <ReviewDecisions form={form} />
      </section>
      <FormHints formId={form.id} />
      <Attachments ownerId={form.id} />
    </>
  );
}
